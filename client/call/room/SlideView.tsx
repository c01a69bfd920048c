/** A page of a slide on the screen of a room: its title, which page it is, and its columns. Nothing here can be pressed or scrolls. */
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { classes } from '../../list/classes.ts';
import { BlockView, Disc } from './BlockView.tsx';
import closing from './ClosingSlides.module.css';
import { CommitmentsPage } from './CommitmentsPage.tsx';
import type { Block, Stop } from './deck.ts';
import styles from './Slides.module.css';

interface SlideViewProps {
  readonly stop: Stop;
  /** Beside the newest notes of a board; null where they have the whole width. */
  readonly picture: ReactNode;
}

export function SlideView({ stop, picture }: SlideViewProps) {
  const { slide } = stop;
  return (
    <section className={styles.stage} aria-label={slide.title} data-slide={slide.slide} data-page={stop.page}>
      {slide.slide === 'board' ? (
        <div className={styles.columns}>
          {picture}
          <div className={classes(styles.newest, picture === null && styles.wide)}>
            <h2>
              {slide.title} <span>{slide.count}</span>
            </h2>
            <Columns stop={stop} />
          </div>
        </div>
      ) : (
        <>
          <Title stop={stop} />
          <Columns stop={stop} />
        </>
      )}
    </section>
  );
}

function Title({ stop: { slide, page } }: { stop: Stop }) {
  const t = useText();
  const of = slide.pages.length;
  return (
    <header className={styles.title}>
      {slide.number > 0 && <Disc number={slide.number} large />}
      <h2 data-read>{slide.title}</h2>
      <p>
        {slide.count}
        {of > 1 && <span className={styles.page}>{t('call.room.page', { page: page + 1, of })}</span>}
      </p>
    </header>
  );
}

function Columns({ stop: { slide, page } }: { stop: Stop }) {
  const t = useText();
  const columns = slide.pages[page]?.columns ?? [];
  if (columns.every((blocks) => blocks.length === 0)) return <p className={styles.empty}>{t(slide.empty)}</p>;
  if (slide.slide === 'commitments') return <CommitmentsPage blocks={columns.flat()} />;
  return (
    <div className={classes(styles.columns, slide.slide === 'words' && closing.wall)}>
      {columns.map((blocks, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place alone
        <div key={i} className={styles.column}>
          {blocks.map((block, at) => (
            <BlockView key={keyOf(block, at)} block={block} />
          ))}
        </div>
      ))}
      {slide.slide !== 'board' && slide.slide !== 'words' && columns.length === 1 && <div className={styles.column} />}
    </div>
  );
}

const keyOf = (block: Block, at: number): string => (block.kind === 'note' ? block.id : `${block.kind} ${at}`);
