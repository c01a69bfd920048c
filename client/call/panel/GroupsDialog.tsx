/** *Formar grupos de pares*: a proposal to look at, change by hand, save, and copy for the rooms of the call. */
import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { OrgId } from '../../../shared/ids.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { GroupCard, memberId } from './GroupCard.tsx';
import styles from './Groups.module.css';
import { type Groups, groupsText, placed } from './groups-draft.ts';
import { usePanel } from './panel-context.ts';

export function GroupsDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { cohort, deeds, seat } = usePanel();
  const { api, ask, tell } = deeds;
  const [groups, setGroups] = useState<Groups | null>(() =>
    cohort.call.groups.length > 0 ? cohort.call.groups.map(({ organisations }) => organisations) : null,
  );
  const [moved, setMoved] = useState('');
  const propose = useCallback(async (): Promise<void> => {
    const answer = await ask(api.groupsProposal(seat.cohort.id));
    setGroups((now) => answer?.groups ?? now ?? []);
  }, [api, ask, seat.cohort.id]);
  const isMissing = groups === null;
  useEffect(() => {
    if (isMissing) void propose();
  }, [isMissing, propose]);
  const move = (organisation: OrgId, to: number | null): void => {
    const next = placed(groups ?? [], organisation, to);
    const at = next.findIndex((group) => group.includes(organisation));
    const org = cohort.organisations.find(({ id }) => id === organisation)?.name ?? '';
    flushSync(() => setGroups(next));
    document.getElementById(memberId(organisation))?.focus();
    setMoved(
      t('panel.groups.moved', { org, group: at < 0 ? t('panel.groups.none') : t('panel.group', { number: at + 1 }) }),
    );
  };
  const save = async (): Promise<void> => {
    if (!groups) return;
    const wanted = groups.map((group) => [...group]);
    if (await deeds.conduct({ do: 'groups', groups: wanted }, t('panel.groups.saved'))) onClose();
  };
  const loose = cohort.organisations.map(({ id }) => id).filter((id) => !groups?.some((group) => group.includes(id)));
  return (
    <Dialog title={t('panel.groups.title')} onClose={onClose} className={`dialog ${styles.window}`}>
      <p className={styles.hint}>{t('panel.groups.body')}</p>
      {groups === null ? (
        <Spinner label={t('panel.groups.proposing')} />
      ) : (
        <>
          <div className={styles.groups}>
            {groups.map((group, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place
              <GroupCard key={i} number={i + 1} members={group} groups={groups} onMove={move} />
            ))}
            {loose.length > 0 && <GroupCard number={null} members={loose} groups={groups} onMove={move} />}
          </div>
          <p className="visually-hidden" role="status">
            {moved}
          </p>
          {cohort.call.groups.some(({ round }) => round !== null) && (
            <p className={styles.hint}>{t('panel.groups.running')}</p>
          )}
          <Foot groups={groups} onPropose={() => void propose()} onSave={() => void save()} tell={tell} />
        </>
      )}
    </Dialog>
  );
}

interface FootProps {
  readonly groups: Groups;
  readonly onPropose: () => void;
  readonly onSave: () => void;
  readonly tell: (text: string) => void;
}

function Foot({ groups, onPropose, onSave, tell }: FootProps) {
  const t = useText();
  const { cohort, copyText, deeds } = usePanel();
  const text = groupsText(groups, cohort, t);
  const copy = async (): Promise<void> => {
    tell(t((await copyText(text)) ? 'panel.groups.copied' : 'panel.groups.notCopied'));
  };
  return (
    <>
      <pre className={styles.text}>{text}</pre>
      <div className={`dialog__actions ${styles.foot}`}>
        <Button look="quiet" icon="refresh" disabled={deeds.busy} onClick={onPropose}>
          {t('panel.groups.again')}
        </Button>
        <Button icon="copy" onClick={() => void copy()}>
          {t('panel.groups.copy')}
        </Button>
        <Button look="primary" icon="check" disabled={deeds.busy || groups.length === 0} onClick={onSave}>
          {t('panel.groups.save')}
        </Button>
      </div>
    </>
  );
}
