/** What facilitation can open and close in the phase that is on, and only that. */

import type { RoundRequest } from '../../../shared/call-api.ts';
import { phaseNow } from '../../../shared/cohort/call.ts';
import { turnRound } from '../../../shared/cohort/rounds.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import { layerTexts } from '../../../shared/template/texts.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Switch } from '../../ui/Switch.tsx';
import styles from './Now.module.css';
import { usePanel } from './panel-context.ts';
import { ZoneTools } from './ZoneTools.tsx';

export function PhaseTools() {
  const { call } = usePanel().cohort;
  if (call.status !== 'running') return null;
  switch (phaseNow(call)?.kind) {
    case 'iceberg':
      return <LayerTools />;
    case 'transfer':
      return <TransferTools />;
    case 'cluster':
      return <ClusterTools />;
    case 'value':
      return <ZoneTools />;
    case 'issue':
      return <IssueTools />;
    case 'peers':
      return <PeerTools />;
    default:
      return null;
  }
}

/** A tap on a closed layer opens it, and those above it; on an open one everybody goes there. */
function LayerTools() {
  const t = useText();
  const { cohort, deeds, language } = usePanel();
  const { open, current } = cohort.call.layers;
  return (
    <section className={styles.tools} aria-label={t('panel.layers')}>
      <div className={styles.layers}>
        {LAYER_IDS.map((layer, i) => {
          const { title } = layerTexts(layer, language);
          const isOpen = open.includes(layer);
          const label = t(isOpen ? 'panel.toLayer' : 'panel.openLayerOf', { number: i + 1, title });
          return (
            <button
              key={layer}
              type="button"
              className={styles.layer}
              aria-pressed={layer === current}
              aria-label={label}
              title={label}
              data-open={isOpen}
              onClick={() => void deeds.conduct({ do: 'layer', layer })}
            >
              {isOpen ? title : t('panel.openLayer', { number: i + 1 })}
            </button>
          );
        })}
        <button
          type="button"
          className={styles.layer}
          disabled={open.length === LAYER_IDS.length}
          onClick={() => void deeds.conduct({ do: 'all-layers' })}
        >
          {t('panel.openAll')}
        </button>
      </div>
    </section>
  );
}

function TransferTools() {
  const t = useText();
  const { cohort, deeds } = usePanel();
  const { bringing } = cohort.call;
  return (
    <section className={styles.tools}>
      <p className={styles.hint}>{t(bringing ? 'panel.transferOpen' : 'panel.transferClosed')}</p>
      <Button
        icon={bringing ? 'lock' : 'bring'}
        onClick={() => void deeds.conduct({ do: 'bringing', on: !bringing })}
        disabled={deeds.busy}
      >
        {t(bringing ? 'panel.closeTransfer' : 'panel.openTransfer')}
      </Button>
    </section>
  );
}

function ClusterTools() {
  const t = useText();
  const { cohort, deeds, seat } = usePanel();
  const { reading, dots, bringing } = cohort.call;
  return (
    <section className={styles.tools}>
      <Switch
        label={t('panel.reading')}
        hint={t('panel.readingHint')}
        on={reading}
        onChange={(on) => void deeds.conduct({ do: 'reading', on })}
      />
      <div className={styles.switches}>
        <Switch
          label={t('pages.cohort.themesOpen')}
          hint={t('pages.cohort.themesOpenHint')}
          on={cohort.meta.themesOpen}
          onChange={(themesOpen) => void deeds.ask(deeds.api.changeCohort(seat.cohort.id, { themesOpen }))}
        />
        <Switch
          label={t('panel.dotsOpen')}
          hint={t('panel.dotsOpenHint')}
          on={dots.open}
          onChange={(open) => void deeds.conduct({ do: 'dots', open, shown: dots.shown })}
        />
        <Switch
          label={t('panel.dotsShown')}
          hint={t('panel.dotsShownHint')}
          on={dots.shown}
          onChange={(shown) => void deeds.conduct({ do: 'dots', open: dots.open, shown })}
        />
      </div>
      {bringing && (
        <Button look="quiet" icon="lock" onClick={() => void deeds.conduct({ do: 'bringing', on: false })}>
          {t('panel.closeTransfer')}
        </Button>
      )}
    </section>
  );
}

function IssueTools() {
  const t = useText();
  const { cohort, open } = usePanel();
  return (
    <section className={styles.tools}>
      <Button icon="people" onClick={() => open({ kind: 'groups' })}>
        {t(cohort.call.groups.length === 0 ? 'panel.formGroups' : 'panel.editGroups')}
      </Button>
    </section>
  );
}

/** Each group has its own round: for all of them, whoever the step means something to is asked. */
function PeerTools() {
  const t = useText();
  const { cohort, deeds, seat, open } = usePanel();
  const { groups } = cohort.call;
  const turnAll = (deed: RoundRequest): void => {
    for (const group of groups) {
      if (turnRound(group, deed, 0) !== group) void deeds.ask(deeds.api.round(seat.cohort.id, group.id, deed));
    }
  };
  const isGoing = groups.some(({ round }) => round !== null);
  return (
    <section className={styles.tools}>
      {groups.length === 0 && <p className={styles.hint}>{t('panel.noGroups')}</p>}
      {groups.some(({ round, done }) => round === null && !done) && (
        <Button icon="play" disabled={deeds.busy} onClick={() => turnAll({ do: 'start' })}>
          {t('panel.allStart')}
        </Button>
      )}
      {isGoing && (
        <Button icon="forward" disabled={deeds.busy} onClick={() => turnAll({ do: 'next' })}>
          {t('panel.allNext')}
        </Button>
      )}
      <div className={styles.pair}>
        {isGoing && (
          <Button look="quiet" icon="back" disabled={deeds.busy} onClick={() => turnAll({ do: 'back' })}>
            {t('panel.allBack')}
          </Button>
        )}
        <Button look={groups.length === 0 ? 'primary' : 'quiet'} icon="people" onClick={() => open({ kind: 'groups' })}>
          {t(groups.length === 0 ? 'panel.formGroups' : 'panel.editGroups')}
        </Button>
      </div>
    </section>
  );
}
