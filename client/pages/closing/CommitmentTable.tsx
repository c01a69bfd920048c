/** Commitments that are read aloud, by organisation, with their days and the support they ask for. Those of an earlier call say how they went. */
import type { ToldCommitment } from '../../../shared/board/closing.ts';
import type { Progress } from '../../../shared/board/progress.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import { dayInWords } from '../../../shared/days.ts';
import type { OrgId } from '../../../shared/ids.ts';
import type { Language } from '../../../shared/language.ts';
import { commitmentFields } from '../../../shared/template/feedback.ts';
import { useText } from '../../i18n/text.ts';
import { ProgressChoice, ProgressMark } from '../ProgressMark.tsx';
import styles from './Closing.module.css';

interface CommitmentTableProps {
  readonly title: string;
  readonly told: readonly ToldCommitment[];
  readonly cohort: Cohort;
  readonly language: Language;
  /** With a column that says how they went. */
  readonly withProgress: boolean;
  /** Whose progress this viewer may say. */
  readonly mine: OrgId | null;
  readonly onProgress: (one: ToldCommitment, done: Progress) => void;
}

export function CommitmentTable(props: CommitmentTableProps) {
  const t = useText();
  const [what, who, when] = commitmentFields(props.language);
  return (
    <table className={styles.table}>
      <caption>{props.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('peers.closing.organisation')}</th>
          <th scope="col">{what}</th>
          <th scope="col">{who}</th>
          <th scope="col">{when}</th>
          {props.withProgress && <th scope="col">{t('peers.closing.state')}</th>}
        </tr>
      </thead>
      {byOrganisation(props.told, props.cohort).map(({ id, name, rows }) => (
        <tbody key={id}>
          {rows.map((one, i) => (
            <tr key={one.id}>
              {i === 0 && (
                <th scope="rowgroup" rowSpan={rows.length}>
                  {name}
                </th>
              )}
              <Cells one={one} {...props} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Cells({ one, language, withProgress, mine, onProgress }: CommitmentTableProps & { one: ToldCommitment }) {
  const t = useText();
  const support = commitmentFields(language)[3];
  return (
    <>
      <td className={styles.what}>
        {one.what}
        {one.support !== '' && (
          <p className={styles.support}>
            {support}: {one.support}
          </p>
        )}
      </td>
      <td>{one.who || '—'}</td>
      <td className={styles.when}>
        {one.when === '' ? (
          t('peers.commitment.noDate')
        ) : (
          <time dateTime={one.when}>{dayInWords(one.when, language)}</time>
        )}
      </td>
      {withProgress && (
        <td>
          {one.organisation === mine ? (
            <ProgressChoice done={one.done} what={one.what} onChange={(done) => onProgress(one, done)} />
          ) : one.done === 'open' ? (
            '—'
          ) : (
            <ProgressMark done={one.done} />
          )}
        </td>
      )}
    </>
  );
}

/** In the order of the cohort's list; organisations without a commitment are left out. */
function byOrganisation(told: readonly ToldCommitment[], { organisations }: Pick<Cohort, 'organisations'>) {
  return organisations
    .map(({ id, name }) => ({ id, name, rows: told.filter((one) => one.organisation === id) }))
    .filter(({ rows }) => rows.length > 0);
}
