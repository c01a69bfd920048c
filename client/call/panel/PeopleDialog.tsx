/** More people than the panel has room for: those of an organisation with what they do, or those without a note. */
import { phaseNow } from '../../../shared/cohort/call.ts';
import type { OrgId } from '../../../shared/ids.ts';
import { useText } from '../../i18n/text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Attention.module.css';
import { AskHelp } from './AttentionCard.tsx';
import { peopleOf, withoutNote } from './overview.ts';
import { PersonDisc, statesOf } from './PeopleCell.tsx';
import { usePanel } from './panel-context.ts';

export function PeopleDialog({ organisation, onClose }: { organisation: OrgId | null; onClose: () => void }) {
  const t = useText();
  const { cohort, attendance, writers } = usePanel();
  if (organisation === null) {
    const missing = withoutNote(cohort, phaseNow(cohort.call), writers) ?? [];
    return (
      <Dialog title={t('panel.missing')} onClose={onClose}>
        <p className={styles.hint}>{t('panel.missingHint', { text: t('panel.needHelp') })}</p>
        <ul className={styles.chips}>
          {missing.map((person) => (
            <li key={person.id}>
              <AskHelp person={person} />
            </li>
          ))}
        </ul>
      </Dialog>
    );
  }
  const name = cohort.organisations.find(({ id }) => id === organisation)?.name ?? '';
  return (
    <Dialog title={name} onClose={onClose}>
      <ul className={styles.list}>
        {peopleOf(cohort, organisation, attendance).map((one) => (
          <li key={one.person.id}>
            <PersonDisc seated={one} />
            <span>
              {one.person.name}
              <span className={styles.hint}> {statesOf(one, cohort, t).join(', ')}</span>
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
