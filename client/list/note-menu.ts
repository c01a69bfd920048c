/** Which actions a note offers, in the order of its menu. Pure of the page: what an action does comes from the deeds. */
import type { Note } from '../../shared/board/note.ts';
import type { Theme } from '../../shared/board/themes.ts';
import { opennessOf } from '../../shared/cohort/document.ts';
import { rightFor } from '../../shared/cohort/roles.ts';
import type { BoardId, NoteId } from '../../shared/ids.ts';
import { isStale } from '../../shared/synthesis/gather.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { areasOf } from '../../shared/template/kinds.ts';
import { areaTitle } from '../../shared/template/texts.ts';
import { isBringingClosed } from '../board/focus.ts';
import { hasLinks, linksStore, sustainable } from '../board/links.ts';
import type { BoardSession } from '../board/session.ts';
import { isWrittenHere } from '../board/table.ts';
import type { Translate } from '../i18n/text.ts';
import type { Action, ActionGroup } from './ActionMenu.tsx';
import type { ListContents } from './list-context.ts';

/** The other end of a brought note, when this viewer may open it: the group iceberg, or the board it came from. */
export function otherEnd(s: BoardSession, note: Note): { board: BoardId; note: NoteId; isGroup: boolean } | null {
  const cohort = s.cohort.get();
  if (note.brought) {
    const group = cohort.boards.find((board) => board.kind === 'group-iceberg');
    return group ? { board: group.id, note: note.brought.as, isGroup: true } : null;
  }
  const { origin } = note;
  const source = origin && cohort.boards.find((board) => board.id === origin.board);
  if (!origin || !source) return null;
  const asker = { person: s.me.id, role: s.me.role, organisation: s.me.organisation };
  const right = rightFor(asker, source, opennessOf(cohort));
  return right === 'none' ? null : { board: origin.board, note: origin.note, isGroup: false };
}

/** Only the author of a private note may open it again. */
const mayChangePrivate = (s: BoardSession, note: Note): boolean => !note.private || isWrittenHere(s, note);

export function noteMenu(list: ListContents, note: Note, t: Translate): ActionGroup[] {
  const { session, language, mayWrite, deeds } = list;
  if (!mayWrite) return [{ key: 'more', actions: links(list, note, t) }];
  const here = areaOf(session.board.kind, note.pos);
  const areas = areasOf(session.board.kind).filter((area) => area !== here);
  return [
    {
      key: 'move',
      label: t('list.note.move'),
      actions: areas.map((area) => ({
        key: area,
        label: areaTitle(area, language),
        icon: 'forward',
        run: () => deeds.move([note.id], area),
      })),
    },
    { key: 'group', actions: groupActions(list, note, t) },
    { key: 'theme', label: t('list.note.theme'), actions: ownTheme(list, note, t) },
    {
      key: 'more',
      actions: [
        ...links(list, note, t),
        ...linkStep(list, note, t),
        { key: 'duplicate', label: t('list.note.duplicate'), icon: 'copy', run: () => deeds.duplicate(note.id) },
        {
          key: 'remove',
          label: t('list.note.remove'),
          icon: 'trash',
          danger: true,
          run: () => deeds.remove([note.id]),
        },
      ],
    },
  ];
}

/** *Sostiene a…*: the notes of the layers above, the linked ones ticked. They may be many, so they are a step of their own. */
function linkStep(list: ListContents, note: Note, t: Translate): Action[] {
  const { session } = list;
  if (!hasLinks(session) || sustainable(session, note).length === 0) return [];
  const label = t('method.link.menuOf');
  return [
    { key: 'sustain', label, icon: 'link', step: () => [{ key: 'link', label, actions: linkActions(list, note) }] },
  ];
}
function linkActions({ session, deeds, language }: ListContents, note: Note): Action[] {
  const linked = new Set(
    linksStore(session)
      .get()
      .flatMap(({ from, to }) => (from === note.id ? to : [])),
  );
  return sustainable(session, note).map(
    (other): Action => ({
      key: other.id,
      label: shortened(other.text),
      hint: areaTitle(areaOf(session.board.kind, other.pos), language),
      checked: linked.has(other.id),
      run: () => deeds.link(note.id, other.id),
    }),
  );
}
const shortened = (text: string): string => (text.trim().length > 70 ? `${text.trim().slice(0, 68)}…` : text.trim());

/** Into a theme or out of it; on the group iceberg only. */
export function themeActions(
  { session, mayWrite, deeds }: ListContents,
  notes: readonly Note[],
  t: Translate,
): Action[] {
  if (session.board.kind !== 'group-iceberg' || !mayWrite) return [];
  const ids = notes.map((note) => note.id);
  const isIn = (theme: Theme | null): boolean => notes.every((note) => note.theme === (theme?.id ?? null));
  const existing = session.themes.get().map(
    (theme, index): Action => ({
      key: theme.id,
      label: `${index + 1}. ${theme.title.trim() || t('list.theme.untitled')}`,
      checked: isIn(theme),
      run: () => deeds.putInTheme(ids, theme),
    }),
  );
  const out: Action = {
    key: 'out',
    label: t('list.note.noTheme'),
    icon: 'close',
    run: () => deeds.putInTheme(ids, null),
  };
  return [...existing, ...(isIn(null) ? [] : [out])];
}

/** A theme of this note, and the themes there are as a step of their own: in the middle of the menu they would push the rest off a phone. */
function ownTheme(list: ListContents, note: Note, t: Translate): Action[] {
  const { session, setNaming, deeds } = list;
  if (session.board.kind !== 'group-iceberg') return [];
  const label = t('list.selection.theme');
  const step = () => [{ key: 'theme', label, actions: themeActions(list, [note], t) }];
  const makeNew: Action = {
    key: 'new',
    label: t('list.note.newTheme'),
    icon: 'theme',
    run: () => setNaming(deeds.makeTheme([note.id])),
  };
  return [
    makeNew,
    ...(session.themes.get().length > 0 ? [{ key: 'into', label, icon: 'forward' as const, step }] : []),
  ];
}

function groupActions(list: ListContents, note: Note, t: Translate): Action[] {
  const { session, onBring, deeds } = list;
  const { kind, organisation } = session.board;
  if (kind !== 'iceberg' || organisation === null) return [];
  const may = mayChangePrivate(session, note);
  const actions: Action[] = [
    {
      key: 'private',
      label: t('list.note.private'),
      icon: 'lock',
      checked: note.private,
      disabled: !may,
      ...(may ? {} : { hint: t('list.note.privateHint') }),
      run: () => deeds.keepPrivate(note),
    },
  ];
  if (note.brought) {
    if (isStale(note))
      actions.push({
        key: 'refresh',
        label: t('list.note.refresh'),
        icon: 'refresh',
        run: () => void deeds.refresh([note.id]),
      });
  } else if (onBring && !note.private)
    actions.push({
      key: 'bring',
      label: t('list.note.bring'),
      icon: 'bring',
      ...(isBringingClosed(session.cohort.get().call) ? { disabled: true, hint: t('call.now.notBringing') } : {}),
      run: () => onBring([note.id]),
    });
  return actions;
}

/** The way to the other end of what was brought, and to take it back; both also where nothing may be written. */
function links({ session, onOpenNote, onBring, deeds }: ListContents, note: Note, t: Translate): Action[] {
  const end = onOpenNote ? otherEnd(session, note) : null;
  const actions: Action[] = [];
  if (end && onOpenNote) {
    const label = t(end.isGroup ? 'list.note.inGroup' : 'list.note.origin');
    actions.push({ key: 'link', label, icon: 'eye', run: () => onOpenNote(end.board, end.note) });
  }
  if (onBring && note.brought) {
    const label = t('list.note.withdraw');
    actions.push({ key: 'withdraw', label, icon: 'undo', run: () => void deeds.withdraw([note.id]) });
  }
  return actions;
}
