/**
 * Publicar: an organisation tells the cohort parts of its value proposition, as they read at that moment; what it writes
 * afterwards stays its own until it publishes again. Whoever may write the board may publish it; those it belongs to take
 * back what is published at any time. Knows no drawing.
 */
import type * as Y from 'yjs';
import { readNotes } from '../../shared/board/notes.ts';
import { STATEMENT, textAt } from '../../shared/board/texts.ts';
import type { ValuePart } from '../../shared/cohort/call.ts';
import type { Published } from '../../shared/cohort/document.ts';
import type { BoardId } from '../../shared/ids.ts';
import { valueLines } from '../../shared/synthesis/publish.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { publishCohort } from './publish-cohort.ts';
import { boardFor, boardToTakeBack } from './rights.ts';

/** Gives back the parts that are published now. */
export async function publishValue(
  context: Context,
  caller: Caller,
  id: BoardId,
  { parts, on }: { readonly parts: readonly ValuePart[]; readonly on: boolean },
): Promise<Outcome<Published['parts']>> {
  const board = on ? boardFor(context.registry, caller, id, 'write') : boardToTakeBack(context.registry, caller, id);
  if (!board.ok) return board;
  const { organisation, kind, person, title } = board.value;
  if (kind !== 'value' || organisation === null || person !== null || title !== '') return refused('wrong-kind');
  const { registry, rooms, now } = context;
  const written = on ? await rooms.read(id, (doc) => parts.map((part) => [part, linesOf(doc, part)] as const)) : [];
  const telling = written.filter(([, lines]) => lines.length > 0);
  if (on && telling.length === 0) return refused('nothing-to-share');
  const cohort = caller.cohort.id;
  const published = registry.transaction(() => {
    const before = Object.entries(registry.published.of(cohort).get(organisation)?.parts ?? {});
    const others = before.filter(([part]) => !parts.some((one) => one === part));
    const after = Object.fromEntries([...others, ...telling]);
    if (Object.keys(after).length === 0) registry.published.remove(cohort, organisation);
    else registry.published.put(cohort, organisation, { parts: after, at: now() });
    return after;
  });
  await publishCohort(context, cohort);
  return done(published);
}

const linesOf = (doc: Y.Doc, part: ValuePart): string[] =>
  valueLines(readNotes(doc), textAt(doc, STATEMENT)?.toString() ?? '', part);
