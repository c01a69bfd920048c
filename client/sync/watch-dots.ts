/** My dots on the group iceberg: asked for once, changed at once on this screen, told to the server as soon as it answers. */
import type { DotsAnswer } from '../../shared/call-api.ts';
import type { BoardId, NoteId, PersonId } from '../../shared/ids.ts';
import { COUNT } from '../../shared/limits.ts';
import { type Dots, type DotsView, dotsLeft, hasDot } from '../board/dots.ts';
import type { Notice, SyncState } from '../board/session.ts';
import { type Store, type WritableStore, writable } from '../board/store.ts';
import { browserStorage } from './browser-storage.ts';
import { type DotWish, keepWishes, placedWith, readWishes, withoutWish, withWish } from './dot-wishes.ts';
import type { FirstApi } from './first-api.ts';
import type { Why } from './request.ts';

interface DotsParts {
  readonly board: BoardId;
  readonly me: PersonId;
  readonly api: Pick<FirstApi, 'dots' | 'setDot'>;
  /** Wishes are sent again when the board's own connection is back. */
  readonly sync: Store<SyncState>;
  readonly notice: WritableStore<Notice | null>;
}

/** Answers after which the same wish may be granted later. */
const WAITS: ReadonlySet<Why> = new Set<Why>(['offline', 'unexpected', 'storage-failed', 'server-busy', 'internal']);

export function watchDots({ board, me, api, sync, notice }: DotsParts): Dots {
  const key = `tempano/dots/${board}/${me}`;
  let known: DotsAnswer = { dots: [], most: COUNT.dotsPerPerson };
  let wishes = readWishes(browserStorage.lasting, key);
  let busy = false;
  let again = false;
  let open = true;
  /** The server refused: it knows of dots that this device does not. */
  let isStale = false;
  let wasAway = false;
  const view = writable<DotsView>(viewOf(known, wishes));
  const show = (): void => view.set(viewOf(known, wishes));
  const keep = (next: DotWish[]): void => {
    wishes = next;
    keepWishes(browserStorage.lasting, key, wishes);
    show();
  };
  const learn = (answer: DotsAnswer): void => {
    known = answer;
    show();
  };
  const send = async (): Promise<void> => {
    // The connection may come back while an answer is missing: then it is asked once more.
    again = busy;
    if (busy) return;
    busy = true;
    for (let wish = wishes[0]; wish !== undefined && open; wish = wishes[0]) {
      const answer = await api.setDot(board, wish);
      // Closed meanwhile: who opens the board next reads the wish and sends it again, which changes nothing.
      if (!open || (!answer.ok && WAITS.has(answer.why))) break;
      if (answer.ok) known = answer.value;
      else {
        notice.set({ key: `errors.${answer.why}` });
        isStale = true;
      }
      keep(withoutWish(wishes, wish));
    }
    busy = false;
    if (again && open) await send();
  };
  /** Sends what is left to send and asks what is placed: another device of this person may have placed some. */
  const catchUp = async (): Promise<void> => {
    isStale = false;
    await send();
    const answer = await api.dots(board);
    if (answer.ok && open) learn(answer.value);
  };
  const sendOut = async (): Promise<void> => {
    await send();
    if (isStale && open) await catchUp();
  };
  const stop = sync.subscribe(() => {
    const { kind } = sync.get();
    if (kind === 'synced') void (wasAway ? catchUp() : send());
    wasAway = kind !== 'synced' && kind !== 'saving';
  });
  void catchUp();
  return {
    view,
    toggle(note: NoteId, person: PersonId) {
      const on = !hasDot(view.get(), note, person);
      if (on && dotsLeft(view.get(), person) === 0) {
        // Notes with dots may be gone meanwhile.
        void catchUp();
        return false;
      }
      keep(withWish(wishes, { note, person, on }));
      void sendOut();
      return true;
    },
    close() {
      open = false;
      stop();
    },
  };
}

const viewOf = (known: DotsAnswer, wishes: readonly DotWish[]): DotsView => ({
  placed: placedWith(known.dots, wishes),
  most: known.most,
  unsent: wishes.length,
});
