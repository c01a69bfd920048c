/** Notes on their way through the clipboard, as JSON. Parsed like anything else from outside. Touches no clipboard. */
import * as v from 'valibot';
import { COUNT, TEXT } from '../limits.ts';

export const NOTES_KIND = 'tempano-notes';

const NOTES = v.object({
  kind: v.literal(NOTES_KIND),
  /** The board they were copied from. */
  board: v.optional(v.string(), ''),
  notes: v.pipe(
    v.array(
      v.object({
        text: v.pipe(v.string(), v.maxLength(TEXT.importedNote)),
        operational: v.boolean(),
        programmatic: v.boolean(),
        star: v.boolean(),
        /** «Solo mi tablero»: pasted on its own board only. */
        private: v.optional(v.boolean(), false),
        /** From the upper left corner of the whole selection, canvas units. */
        offset: v.tuple([v.pipe(v.number(), v.finite()), v.pipe(v.number(), v.finite())]),
      }),
    ),
    v.maxLength(COUNT.notesPerBoard),
  ),
});
export type NotesFile = v.InferOutput<typeof NOTES>;

/** The notes in a text, or null when the text is something else. */
export function parseNotesFile(text: string): NotesFile | null {
  if (!text.startsWith('{')) return null;
  try {
    const parsed = v.safeParse(NOTES, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch (error) {
    // Somebody's text that begins with a brace: it is pasted as text.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
