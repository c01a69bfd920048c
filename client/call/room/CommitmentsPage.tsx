/** A page of the table of commitments: what, who and when, under the name of each organisation. */
import { commitmentFields } from '../../../shared/template/feedback.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import styles from './ClosingSlides.module.css';
import type { CommitmentBlock } from './closing-blocks.ts';
import type { Block } from './deck.ts';

export function CommitmentsPage({ blocks }: { blocks: readonly Block[] }) {
  const [language] = useLanguage();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {commitmentFields(language)
            .slice(0, 3)
            .map((field) => (
              <th key={field} scope="col">
                {field}
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {blocks.map((block, i) =>
          block.kind === 'commitment' ? (
            <Row key={block.id} one={block} />
          ) : block.kind === 'head' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a head is known by its place on the page alone
            <tr key={i}>
              <th scope="rowgroup" colSpan={3}>
                {block.text}
              </th>
            </tr>
          ) : null,
        )}
      </tbody>
    </table>
  );
}

function Row({ one: { what, who, when, done } }: { one: CommitmentBlock }) {
  const t = useText();
  return (
    <tr>
      <td data-read>{what}</td>
      <td>{who || '—'}</td>
      <td>
        {when}
        {done && <p className={styles.done}>{t(`peers.commitment.${done}`)}</p>}
      </td>
    </tr>
  );
}
