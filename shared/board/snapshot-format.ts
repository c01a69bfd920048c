/**
 * A board as JSON: the file people download, copies on the server, imports. Version 1, described in docs/format.md.
 * `notes` is the whole truth; `organization` repeats it in the shape of a cohort file, for people and other programs.
 * Parsing picks known keys one by one into fresh objects. Knows no document.
 */
import * as v from 'valibot';
import type { BoardId, NoteId, OrgId, PersonId, ThemeId } from '../ids.ts';
import { isBoardId, isNoteId, isOrgId, isPersonId, isThemeId } from '../ids.ts';
import { COUNT, TEXT } from '../limits.ts';
import { DIMENSION_IDS } from '../template/dimensions.ts';
import { CANVAS_KINDS, LAYER_IDS, PRACTICE_IDS, TAG_IDS, ZONE_IDS } from '../template/kinds.ts';
import { isDrawing } from './drawings.ts';
import { MOST_LINKS } from './links.ts';

export const SNAPSHOT_KIND = 'tempano-board';
export const SNAPSHOT_VERSION = 1;

const noteId = v.custom<NoteId>(isNoteId, 'is not the id of a note');
const themeId = v.custom<ThemeId>(isThemeId, 'is not the id of a theme');
const coordinate = v.pipe(v.number(), v.finite(), v.minValue(-1e6), v.maxValue(1e6));
const area = v.picklist([...LAYER_IDS, ...ZONE_IDS, ...PRACTICE_IDS]);
const tag = v.nullable(v.picklist(TAG_IDS));
const text = v.pipe(v.string(), v.maxLength(TEXT.importedNote));

/** One note. `layer` repeats what x and y say and counts only where they are missing. */
export const NOTE_ENTRY = v.object({
  id: noteId,
  layer: v.optional(area),
  zone: v.optional(area),
  text,
  author: v.optional(v.nullable(v.custom<PersonId>(isPersonId)), null),
  organization: v.optional(v.nullable(v.custom<OrgId>(isOrgId)), null),
  tag: v.optional(tag, null),
  theme: v.optional(v.nullable(themeId), null),
  /** The note it is stacked under. */
  under: v.optional(v.nullable(noteId)),
  /** false = «Solo mi tablero». */
  share: v.optional(v.boolean(), true),
  star: v.optional(v.boolean(), false),
  /** Whose a belief is. */
  held: v.optional(v.fallback(v.nullable(v.picklist(['individual', 'group'])), null)),
  x: v.optional(coordinate),
  y: v.optional(coordinate),
  z: v.optional(v.pipe(v.number(), v.finite())),
  /** Milliseconds since 1970. */
  createdAt: v.optional(v.pipe(v.number(), v.finite()), 0),
  origin: v.optional(v.nullable(v.object({ board: v.custom<BoardId>(isBoardId), note: noteId })), null),
  /** The result of the team's self-assessment it tells; one this version does not know is none. */
  growth: v.optional(v.fallback(v.nullable(v.picklist(DIMENSION_IDS)), null)),
});
export type NoteEntry = v.InferOutput<typeof NOTE_ENTRY>;

/** A canvas shows no more than this. */
const MOST_DRAWINGS = 2 * COUNT.notesPerBoard;

/** A list counted before its entries are looked at: millions of bad ones must not cost memory. */
const list = <S extends v.GenericSchema>(entry: S, most: number = COUNT.notesPerBoard) =>
  v.pipe(v.array(v.unknown()), v.maxLength(most), v.array(entry));
const notes = list(NOTE_ENTRY);
const strings = v.optional(list(text), []);

const VALUE_ENTRY = v.object({
  beneficiaries: strings,
  value: strings,
  impact: strings,
  resources: strings,
  alliances: strings,
  statement: v.optional(text, ''),
});
/** An organisation as in a cohort file: enough to make a board of. */
const ORGANIZATION_ENTRY = v.object({
  id: v.optional(v.string(), ''),
  name: v.optional(v.pipe(v.string(), v.maxLength(TEXT.organisationName)), ''),
  acronym: v.optional(v.pipe(v.string(), v.maxLength(12)), ''),
  people: v.optional(list(v.object({ id: v.string(), name: v.string() })), []),
  iceberg: v.optional(notes),
  valueProposition: v.optional(VALUE_ENTRY),
});

const SNAPSHOT = v.object({
  kind: v.literal(SNAPSHOT_KIND),
  version: v.literal(SNAPSHOT_VERSION),
  /** ISO 8601, UTC. */
  exportedAt: v.optional(v.string(), ''),
  board: v.object({ kind: v.picklist(CANVAS_KINDS), title: v.optional(v.string(), '') }),
  cohort: v.optional(v.object({ name: v.string(), date: v.string() })),
  organization: v.optional(v.nullable(ORGANIZATION_ENTRY), null),
  notes,
  themes: v.optional(
    list(
      v.object({
        id: themeId,
        title: v.pipe(v.string(), v.maxLength(TEXT.importedNote)),
        order: v.pipe(v.number(), v.finite()),
        createdAt: v.optional(v.number(), 0),
      }),
    ),
    [],
  ),
  /** *Sostiene*: `from` is the lower note. */
  links: v.optional(list(v.object({ from: noteId, to: noteId }), MOST_LINKS), []),
  texts: v.optional(v.object({ statement: v.optional(text) }), {}),
  columns: v.optional(v.unknown()),
  drawings: v.optional(list(v.object({ id: v.string(), record: v.unknown() }), MOST_DRAWINGS), []),
});
type Parsed = v.InferOutput<typeof SNAPSHOT>;
export interface BoardSnapshot extends Omit<Parsed, 'drawings'> {
  readonly drawings: { id: string; record: Record<string, unknown> }[];
}

type Head = Pick<BoardSnapshot, 'kind' | 'version' | 'exportedAt' | 'organization' | 'links' | 'drawings'>;

export type SnapshotRefusal = 'not-a-board' | 'newer-version' | 'too-deep' | 'invalid';
export type SnapshotParse =
  | { readonly ok: true; readonly snapshot: BoardSnapshot }
  /** `at` is the path of the first thing that is wrong, as `notes.3.text`. */
  | { readonly ok: false; readonly why: SnapshotRefusal; readonly at?: string };

/** Levels of nesting a file may have: a drawing takes up to twelve, and three are above it. */
const DEEPEST = 16;

/** Reads a board file, or an organisation of a cohort file. */
export function parseSnapshot(input: unknown): SnapshotParse {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return { ok: false, why: 'not-a-board' };
  if (deeperThan(input, DEEPEST)) return { ok: false, why: 'too-deep' };
  if ('version' in input && typeof input.version === 'number' && input.version > SNAPSHOT_VERSION)
    return { ok: false, why: 'newer-version' };
  if (!('kind' in input)) return parseOrganization(input);
  if (input.kind !== SNAPSHOT_KIND) return { ok: false, why: 'not-a-board' };
  const parsed = v.safeParse(SNAPSHOT, input, { abortEarly: true });
  if (!parsed.success) return invalid(parsed.issues);
  const drawings: BoardSnapshot['drawings'] = [];
  for (const { id, record } of parsed.output.drawings) {
    if (isDrawing(id, record)) drawings.push({ id, record });
  }
  return { ok: true, snapshot: { ...parsed.output, drawings } };
}

/** An organisation object alone: its iceberg when it has one, else its value proposition. */
function parseOrganization(input: object): SnapshotParse {
  if (!('iceberg' in input) && !('valueProposition' in input)) return { ok: false, why: 'not-a-board' };
  const parsed = v.safeParse(ORGANIZATION_ENTRY, input, { abortEarly: true });
  if (!parsed.success) return invalid(parsed.issues);
  const { iceberg, valueProposition, name } = parsed.output;
  const head: Head = {
    kind: SNAPSHOT_KIND,
    version: SNAPSHOT_VERSION,
    exportedAt: '',
    organization: parsed.output,
    links: [],
    drawings: [],
  };
  if (iceberg) {
    // The themes of a cohort file live in the group; an organisation's board has none of them.
    const loose = iceberg.map((note) => ({ ...note, theme: null }));
    return {
      ok: true,
      snapshot: { ...head, board: { kind: 'iceberg', title: name }, notes: loose, themes: [], texts: {} },
    };
  }
  const entries = ZONE_IDS.flatMap((zone) =>
    (valueProposition?.[zone] ?? []).map((line, i) =>
      v.parse(NOTE_ENTRY, { id: `${zone}-${i + 1}`, zone, text: line }),
    ),
  );
  return {
    ok: true,
    snapshot: {
      ...head,
      board: { kind: 'value', title: name },
      notes: entries,
      themes: [],
      texts: { statement: valueProposition?.statement ?? '' },
    },
  };
}

function invalid(issues: readonly v.BaseIssue<unknown>[]): SnapshotParse {
  const at = issues[0] ? v.getDotPath(issues[0]) : null;
  return at === null ? { ok: false, why: 'invalid' } : { ok: false, why: 'invalid', at };
}

function deeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => deeperThan(inner, levels - 1));
}
