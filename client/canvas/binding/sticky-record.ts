/** A note as the record of its sticky shape. Pure: the same note and board give the same record on every screen. */
import type { Note, Position } from '../../../shared/board/note.ts';
import { tagOf } from '../../../shared/board/note.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import { areaOf } from '../../../shared/template/geometry.ts';
import type { CanvasKind } from '../../../shared/template/kinds.ts';
import { paperOf, ZONE_PAPER } from '../../../shared/template/tones.ts';
import { signatureOf } from '../../board/lines.ts';
import { recordBase, type StickyProps, type StickyShape, shapeIdOf } from '../shapes.ts';
import { indexKeyOf } from './index-key.ts';

/** What a note's look depends on beside the note. */
export interface Surroundings {
  readonly kind: CanvasKind;
  readonly cohort: Cohort;
}

/** `at` is where it is shown: its position, unless somebody is dragging it. */
export function stickyRecord(note: Note, { kind, cohort }: Surroundings, at: Position = note.pos): StickyShape {
  return {
    ...recordBase,
    id: shapeIdOf(note.id),
    type: 'sticky',
    index: indexKeyOf(note.z, note.id),
    x: at[0],
    y: at[1],
    props: stickyProps(note, kind, cohort),
  };
}

function stickyProps(note: Note, kind: CanvasKind, cohort: Cohort): StickyProps {
  const tag = tagOf(note);
  return {
    text: note.text,
    tag,
    star: note.star,
    isPrivate: note.private,
    held: areaOf(kind, note.pos) === 'beliefs' ? note.held : null,
    brought: note.brought !== null,
    signature: signatureOf(note, cohort),
    anonymous: kind === 'group-iceberg' && note.author === null && note.organisation === null,
    fill: kind === 'value' && tag === null ? ZONE_PAPER[areaOf(kind, note.pos)] : paperOf(tag),
  };
}

export function sameSticky(a: StickyShape, b: StickyShape): boolean {
  return a.x === b.x && a.y === b.y && a.index === b.index && a.rotation === b.rotation && sameProps(a.props, b.props);
}
export const sameProps = (a: StickyProps, b: StickyProps): boolean =>
  a.text === b.text &&
  a.tag === b.tag &&
  a.star === b.star &&
  a.isPrivate === b.isPrivate &&
  a.held === b.held &&
  a.brought === b.brought &&
  a.signature === b.signature &&
  a.anonymous === b.anonymous &&
  a.fill === b.fill;
