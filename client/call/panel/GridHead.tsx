/** The head of the grid: layers with their number and whether they are open, zones, or what stands in their place. */
import type { LayerId } from '../../../shared/template/kinds.ts';
import { LAYER_IDS, ZONE_IDS } from '../../../shared/template/kinds.ts';
import { layerTexts, zoneTexts } from '../../../shared/template/texts.ts';
import { useText } from '../../i18n/text.ts';
import { classes } from '../../list/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Grid.module.css';
import { type GridKind, layerOfNow } from './overview.ts';
import { usePanel } from './panel-context.ts';

export function GridHead({ grid }: { grid: GridKind }) {
  const t = useText();
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.who}>
          {t('panel.organisation')}
        </th>
        {grid === 'layers' && LAYER_IDS.map((layer, i) => <Layer key={layer} layer={layer} number={i + 1} />)}
        {grid === 'zones' && <Zones />}
        {(grid === 'layers' || grid === 'zones') && (
          <th scope="col" className={styles.nHead}>
            {t('panel.total')}
          </th>
        )}
        {(grid === 'issues' || grid === 'groups') && (
          <th scope="col" className={styles.wide}>
            {t(`panel.gridOf.${grid}`)}
          </th>
        )}
        <th scope="col">{t('panel.people')}</th>
        {grid !== 'groups' && (
          <th scope="col" className={styles.support}>
            {t('panel.support')}
          </th>
        )}
      </tr>
    </thead>
  );
}

function Layer({ layer, number }: { layer: LayerId; number: number }) {
  const t = useText();
  const { cohort, language } = usePanel();
  const isOpen = cohort.call.layers.open.includes(layer);
  const isNow = layerOfNow(cohort.call) === layer;
  const { title } = layerTexts(layer, language);
  const state = isNow ? t('panel.layerNow') : isOpen ? null : t('panel.layerClosed');
  return (
    <th
      scope="col"
      className={classes(styles.nHead, isNow && styles.current)}
      title={state ? `${title} · ${state}` : title}
    >
      <span className={classes(styles.disc, styles[`disc${number}`])} aria-hidden="true">
        {isOpen ? number : <Icon name="lock" size={14} />}
      </span>
      <span className="visually-hidden">{title}</span>
      <span className={styles.layerName} aria-hidden="true">
        {t(`list.tabs.${layer}`)}
      </span>
      {state && <span className="visually-hidden">{state}</span>}
    </th>
  );
}

function Zones() {
  const t = useText();
  const { cohort, language } = usePanel();
  return ZONE_IDS.map((zone) => {
    const { title } = zoneTexts(zone, language);
    const isNow = cohort.call.zone.current === zone;
    return (
      <th key={zone} scope="col" className={classes(styles.nHead, styles.zone, isNow && styles.current)} title={title}>
        <span className={styles.zoneTitle}>{title}</span>
        {isNow && <span className={styles.state}>{t('panel.layerNow')}</span>}
      </th>
    );
  });
}
