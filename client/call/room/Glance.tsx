/** The group iceberg as a picture a whole room understands: notes in their layers, and how many there are of whom. */
import type { Note } from '../../../shared/board/note.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import { type Column, layoutOf } from '../../../shared/synthesis/columns.ts';
import { NOTE } from '../../../shared/template/geometry.ts';
import { ICEBERG_OUTLINE } from '../../../shared/template/iceberg.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import { areaTitle } from '../../../shared/template/texts.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import { areaTone } from '../../list/tones.ts';
import styles from './Glance.module.css';
import { chipsOf, layerCounts } from './glance.ts';

interface GlanceProps {
  readonly notes: readonly Note[];
  readonly columns: readonly Column[];
  readonly cohort: Cohort;
}

export function Glance({ notes, columns, cohort }: GlanceProps) {
  const t = useText();
  const [language] = useLanguage();
  return (
    <div className={styles.glance}>
      <ol className={styles.layers}>
        {layerCounts(notes).map(({ layer, count }) => {
          const { ground, ink } = areaTone(layer);
          return (
            <li key={layer} style={{ backgroundColor: ground, color: ink }}>
              <strong>{count}</strong>
              <span>{areaTitle(layer, language)}</span>
            </li>
          );
        })}
        <Picture notes={notes} columns={columns} />
      </ol>
      <ul className={styles.chips}>
        {chipsOf(notes, cohort, t).map(({ key, name, count }) => (
          <li key={key}>
            {name}
            {count !== null && <strong>{count}</strong>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The ice of the drawings, in parts of 100, over the whole height of the four layers. */
const ICE = ((): string => {
  const [xs, ys] = [ICEBERG_OUTLINE.map(([x]) => x), ICEBERG_OUTLINE.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  return ICEBERG_OUTLINE.map(
    ([x, y]) => `${(((x - left) / width) * 100).toFixed(1)},${(((y - top) / height) * 100).toFixed(1)}`,
  ).join(' ');
})();

/** Where the notes are, as the board has them: a square each, and no words. */
function Picture({ notes, columns }: Pick<GlanceProps, 'notes' | 'columns'>) {
  const { columns: places, bands } = layoutOf(columns);
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last) return null;
  const left = first.x;
  const width = last.x + last.w - left;
  const top = bands[LAYER_IDS[0]].top;
  const height = bands.beliefs.bottom - top;
  return (
    <svg className={styles.picture} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <polygon points={ICE} />
      {notes.map(({ id, pos: [x, y] }) => (
        <rect
          key={id}
          x={Math.max(0, Math.min(97, ((x - left) / width) * 100))}
          y={Math.max(0, Math.min(97, ((y - top) / height) * 100))}
          width={Math.max(2, (NOTE.size / width) * 100)}
          height={(NOTE.size / height) * 100}
        />
      ))}
    </svg>
  );
}
