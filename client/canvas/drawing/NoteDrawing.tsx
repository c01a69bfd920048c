/** One note as SVG: paper with a turned corner, text, tag, marks and initials. For exports and thumbnails. Knows no board and no tldraw. */
import { NOTE } from '../../../shared/template/geometry.ts';
import type { TagId } from '../../../shared/template/kinds.ts';
import { LockSign, PersonSign, StarSign, TagSign } from './icons.tsx';
import { NOTE_TEXT, type NoteLayout } from './note-layout.ts';
import { INK } from './palette.ts';
import { TextLines } from './TextLines.tsx';
import { FONT_FAMILY } from './text.ts';

interface HeldMark {
  readonly held: 'individual' | 'group';
  readonly word: string;
}

interface NoteDrawingProps {
  /** From `layoutNote`. */
  readonly layout: NoteLayout;
  /** Colour of the paper. */
  readonly fill: string;
  /** Upper left corner; the origin when left out. */
  readonly x?: number;
  readonly y?: number;
  readonly tag?: TagId | null;
  readonly star?: boolean;
  readonly initials?: string;
  /** «Solo mi tablero»: a lock beside the tag. */
  readonly isPrivate?: boolean;
  /** Whose a belief is, as a sign and a word. */
  readonly held?: HeldMark | null;
  /** A figure without a name instead of initials. */
  readonly anonymous?: boolean;
  /** How many it resonates with; none is not said. */
  readonly dots?: number | null;
  /** How many notes lie here, this one included. */
  readonly stack?: number;
}

const { size } = NOTE;
const CORNER = 26;
/** Over the edge, clear of the first line and of what stands at the foot of the note above. */
const STAR = { cx: size - 14, cy: -9, r: 22 } as const;
const DOTS = { right: size - 42 } as const;

/** Outline of the paper at the origin; the lower right corner is turned. */
export const notePath = (height: number): string =>
  `M0 0h${size}v${height - CORNER}q0 ${CORNER} -${CORNER} ${CORNER}h-${size - CORNER}Z`;

/** The turned corner itself, a little darker than the paper. */
const foldPath = (height: number): string =>
  `M${size} ${height - CORNER}q0 ${CORNER} -${CORNER} ${CORNER}q5 -11 3 -21q12 2 23 -5Z`;

export function NoteDrawing({ layout, fill, x = 0, y = 0, ...marks }: NoteDrawingProps) {
  const { height, fontSize, lineHeight, lines } = layout;
  const outline = notePath(height);
  return (
    <g transform={`translate(${x} ${y})`} fontFamily={FONT_FAMILY}>
      <path d={outline} transform="translate(0 4)" fill="#0B2036" stroke="#0B2036" strokeWidth={7} opacity={0.05} />
      <path d={outline} transform="translate(0 4)" fill="#0B2036" stroke="#0B2036" strokeWidth={3} opacity={0.08} />
      <path d={outline} transform="translate(0 3)" fill="#0B2036" opacity={0.14} />
      <path data-part="paper" d={outline} fill={fill} stroke={INK} strokeOpacity={0.5} strokeWidth={1.5} />
      <path d={foldPath(height)} fill={INK} opacity={0.1} />
      <TextLines
        x={NOTE_TEXT.padding}
        y={NOTE_TEXT.padding + fontSize * 0.95}
        lines={lines}
        size={fontSize}
        leading={lineHeight}
        fill={INK}
      />
      <Marks height={height} {...marks} />
    </g>
  );
}

type MarksProps = Pick<
  NoteDrawingProps,
  'tag' | 'star' | 'initials' | 'isPrivate' | 'anonymous' | 'held' | 'dots' | 'stack'
> & {
  height: number;
};

function Marks({ height, tag, star, initials, isPrivate, anonymous, held, dots, stack = 1 }: MarksProps) {
  const signWidth = tag === 'both' ? 50 : tag ? 26 : 0;
  const afterSigns = 14 + (signWidth > 0 ? signWidth + 8 : 0) + (isPrivate ? 30 : 0);
  return (
    <>
      {tag ? <TagSign tag={tag} x={14} y={height - 36} size={25} /> : null}
      {isPrivate ? <LockSign x={signWidth > 0 ? signWidth + 24 : 14} y={height - 35} size={22} /> : null}
      {held ? <Held {...held} x={afterSigns} height={height} /> : null}
      {anonymous ? <PersonSign x={size - 46} y={height - 34} size={19} fill="#4A5A6C" /> : null}
      {initials && !anonymous ? (
        <TextLines
          x={size - 14}
          y={height - 15}
          lines={[initials]}
          size={17}
          fill={INK}
          bold
          anchor="end"
          opacity={0.78}
        />
      ) : null}
      {star ? (
        <>
          <circle cx={STAR.cx} cy={STAR.cy} r={STAR.r} fill={INK} />
          <StarSign x={STAR.cx - 17} y={STAR.cy - 18} size={34} fill="#F4DD61" />
        </>
      ) : null}
      {dots ? <Dots count={dots} /> : null}
      {stack > 1 ? <Stack count={stack} /> : null}
    </>
  );
}

/** A dot and the number, over the edge as on the screen (`.sticky-dot`). */
function Dots({ count }: { count: number }) {
  const w = 52 + 12 * `${count}`.length;
  return (
    <g data-part="dots">
      <rect x={DOTS.right - w} y={-24} width={w} height={36} rx={18} fill="#36506B" stroke="#FFFFFF" strokeWidth={3} />
      <circle cx={DOTS.right - w + 22} cy={-6} r={7} fill="#FFFFFF" />
      <TextLines x={DOTS.right - 14} y={1} lines={[`${count}`]} size={20} fill="#FFFFFF" bold anchor="end" />
    </g>
  );
}

/** As on the screen (`.sticky-stack`). */
function Stack({ count }: { count: number }) {
  return (
    <g data-part="stack">
      <rect
        x={-10}
        y={-24}
        width={34 + 12 * `${count}`.length}
        height={36}
        rx={18}
        fill={INK}
        stroke="#FFFFFF"
        strokeWidth={3}
      />
      <TextLines x={6} y={1} lines={[`×${count}`]} size={20} fill="#FFFFFF" bold />
    </g>
  );
}

/** One figure, or two, and the word. */
function Held({ held, word, x, height }: HeldMark & { x: number; height: number }) {
  const isGroup = held === 'group';
  return (
    <>
      <PersonSign x={x} y={height - 33} size={17} />
      {isGroup ? <PersonSign x={x + 12} y={height - 31} size={17} /> : null}
      <TextLines x={x + (isGroup ? 33 : 22)} y={height - 17} lines={[word]} size={16} fill={INK} />
    </>
  );
}
