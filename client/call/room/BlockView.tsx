/** One piece of a slide, in letters a whole room can read. Draws what it is given. */
import type { ReactNode } from 'react';
import { themeTone } from '../../../shared/template/tones.ts';
import { useText } from '../../i18n/text.ts';
import { Sign } from '../../list/signs.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { NoteBlock, ThemeBlock } from './blocks.ts';
import closing from './ClosingSlides.module.css';
import type { LargeWord } from './closing-blocks.ts';
import type { Block } from './deck.ts';
import styles from './Slides.module.css';

export function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'head':
      return (
        <h3 className={styles.head}>
          {block.number > 0 && <Disc number={block.number} />}
          <span>{block.text}</span>
        </h3>
      );
    case 'note':
      return <NotePaper note={block} />;
    case 'sentence':
      return <blockquote className={styles.sentence}>{block.text}</blockquote>;
    case 'theme':
      return <ThemeLine theme={block} />;
    case 'words':
      return (
        <div className={closing.row}>
          {block.words.map((word) => (
            <WordOf key={word.person} word={word} />
          ))}
        </div>
      );
    // The table draws its own rows.
    case 'commitment':
      return null;
  }
}

export function Disc({ number, large = false }: { number: number; large?: boolean }) {
  return (
    <span className={styles.disc} data-large={large} style={{ backgroundColor: themeTone(number).dark }}>
      {number}
    </span>
  );
}

function NotePaper({ note: { text, paper, marks, by, dots } }: { note: NoteBlock }) {
  return (
    <p className={styles.note} style={paper === '' ? undefined : { backgroundColor: paper }} data-read>
      {text}{' '}
      {(marks.length > 0 || by !== '' || Boolean(dots)) && (
        <span className={styles.tail}>
          {marks.map((mark) => (
            <Sign key={mark} name={mark} />
          ))}
          {by !== '' && <span className={styles.by}>{by}</span>}
          {dots ? <Dots count={dots} /> : null}
        </span>
      )}
    </p>
  );
}

function ThemeLine({ theme: { number, title, count, dots } }: { theme: ThemeBlock }) {
  return (
    <div className={styles.theme} style={{ borderColor: themeTone(number).dark }}>
      {number > 0 ? <Disc number={number} /> : <span className={styles.nodisc} />}
      <h3 data-read>{title}</h3>
      {dots ? <Dots count={dots} /> : null}
      <Count count={count} />
    </div>
  );
}

function Count({ count }: { count: number }): ReactNode {
  const t = useText();
  return (
    <>
      <strong aria-hidden="true">{count}</strong>
      <span className="visually-hidden">{t('call.room.notes', { count })}</span>
    </>
  );
}

function Dots({ count }: { count: number }) {
  const t = useText();
  return (
    <span className={styles.dots}>
      <Icon name="dot" />
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{t('value.dots.count', { count })}</span>
    </span>
  );
}

function WordOf({ word: { text, acronym, size, ink } }: { word: LargeWord }) {
  return (
    <p className={closing.word} data-ink={ink}>
      <span style={{ fontSize: `calc(var(--u) * ${size})` }} data-read>
        {text}
      </span>
      {acronym && <small>{acronym}</small>}
    </p>
  );
}
