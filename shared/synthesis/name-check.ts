/**
 * Whether a note seems to name a person: a light check before it leaves its board. It asks, it never blocks, so it rather
 * stays silent than cry wolf. Pure: knows no board, sends nothing anywhere.
 */
import { FIRST_NAMES, NAMES_THAT_ARE_WORDS, NO_NAMES } from './first-names.ts';

/** Who and what there is in the cohort. */
export interface KnownNames {
  /** Full names of the attendance list. */
  readonly people: readonly string[];
  /** Names and acronyms of the organisations: words of theirs name nobody. */
  readonly organisations: readonly string[];
}

/** What of the cohort the check goes by; made once for many notes. */
export interface NameSense {
  /** Words of names of people who are here. */
  readonly attending: ReadonlySet<string>;
  readonly firstNames: readonly string[];
  readonly notPeople: ReadonlySet<string>;
}

/** Shorter words of a name say too little. */
const LEAST = 3;

export function nameSense({ people, organisations }: KnownNames): NameSense {
  const split = people.map((name) => wordsIn(name).map(({ folded }) => folded));
  const long = (word: string): boolean => word.length >= LEAST && !PARTICLES.has(word);
  return {
    attending: new Set(split.flat().filter(long)),
    firstNames: split.flatMap(([first]) => (first && long(first) ? [first] : [])),
    notPeople: new Set(organisations.flatMap((name) => wordsIn(name).map(({ folded }) => folded))),
  };
}
const PARTICLES = new Set(['del', 'los', 'las', 'san', 'santa', 'von', 'van', 'mac']);

/** The first word of a text that seems to name a person, as it is written there; null when there is none. */
export function namedIn(text: string, sense: NameSense): string | null {
  for (const word of wordsIn(text)) if (namesSomebody(word, sense)) return word.written;
  return null;
}

interface Word {
  readonly written: string;
  readonly folded: string;
  readonly isCapital: boolean;
  /** At the beginning of a sentence everything has a capital letter. */
  readonly isFirst: boolean;
  /** The word before it, when only a space is between them. */
  readonly after: string;
}

function namesSomebody({ folded, isCapital, isFirst, after }: Word, sense: NameSense): boolean {
  if (!isCapital || folded.length < LEAST || sense.notPeople.has(folded)) return false;
  const isWordToo = NAMES_THAT_ARE_WORDS.has(folded) || NO_NAMES.has(folded);
  if (isWordToo && (isFirst || ARTICLES.has(after) || isPlace(folded, after))) return false;
  if (sense.attending.has(folded)) return true;
  if (isShortFor(folded, sense)) return true;
  return FIRST_NAMES.has(folded) ? !NO_NAMES.has(folded) : NAMES_THAT_ARE_WORDS.has(folded) && !NO_NAMES.has(folded);
}

/** «La Cruz Roja» is nobody. */
const ARTICLES = new Set(['el', 'la', 'los', 'las', 'un', 'una', 'the']);

/** «Ciudad de Carolina», «huracán María», «San Lorenzo»: months, towns and storms are no people. */
const isPlace = (folded: string, after: string): boolean => NO_NAMES.has(folded) && LEADS_TO_PLACE.has(after);
const LEADS_TO_PLACE = new Set([
  ...[
    'de',
    'en',
    'desde',
    'hasta',
    'a',
    'san',
    'santa',
    'juana',
    'huracan',
    'tormenta',
    'in',
    'from',
    'to',
    'hurricane',
  ],
  ...['y', 'and', 'barrio', 'municipio', 'pueblo', 'puerto', 'cabo'],
]);

/** «Wil» for Wilfredo: the beginning of a first name of somebody who is here, and no word of its own. */
const isShortFor = (folded: string, { firstNames }: NameSense): boolean =>
  !COMMON_STARTS.has(folded) && firstNames.some((name) => name.length >= folded.length + 2 && name.startsWith(folded));
const COMMON_STARTS = new Set(
  `cada cami car casa con cor cual des dia dos ella ese esta este estos est han hay las los lui mar mas mes mil min mis
  nada nos nunca para paga per pero por pre que ram ros san ser sin sol son sus tan ten tod tres una uno van ver vil vis
  ana are all and any but can for has her him his how man may not our out the was who you`.split(/\s+/),
);

/** Words with what stands before them; an apostrophe belongs to its word. */
function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(/\p{L}[\p{L}’']*/gu)) {
    const [written] = match;
    const between = text.slice(end, match.index);
    const isFirst = words.length === 0 || /[.!?¿¡:…\n“"«(•-]\s*$/u.test(between);
    words.push({
      written,
      folded: folded(written),
      isCapital: /^\p{Lu}\p{Ll}/u.test(written),
      isFirst,
      after: /^ +$/.test(between) ? (words.at(-1)?.folded ?? '') : '',
    });
    end = match.index + written.length;
  }
  return words;
}

const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, '');
