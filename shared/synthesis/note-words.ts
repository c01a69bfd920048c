/** The words of a note as they are compared: folded, in order, numbers as digits. Pure; knows no topic. */

/** No accents, lower case, `cuórum` and `quorum` alike. */
const fold = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/quo/g, 'cuo');

/** All words in order; `1,200` is one of them, and so is `24/7`. */
export const wordsIn = (text: string): string[] => fold(text).match(/\p{L}+|\d+(?:[.,/:]\d+)*/gu) ?? [];

/** Words that say nothing about what a note is about. `1` is among them: *una* is an article as often as a number. */
const EMPTY: ReadonlySet<string> = new Set(
  `a al algo ante antes aqui asi aun aunque bien cada como con contra cual cuando cuanto de del desde donde e el ella ellas
  ellos en entre era es esa ese eso esta estan estar este esto estos estas fue ha han hasta hay la las le les lo los mas me mi
  mientras muy nada nadie ni no nos nosotras nosotros nuestra nuestro nuestras nuestros o otra otras otro otros pa para pero poco
  por porque pues que quien quienes se sea ser si sido siempre sin sino sobre solo somos son su sus tambien tan tanto te tenemos
  tener tiene tienen toda todas todo todos tu u ultimo un una uno unas unos va van ver vez veces y ya yo ahi alla ano anos hace hacer hacemos falta
  the a an and or of to in on at is are was were be been it its this that we our us they them their he she his her for from with
  as by not no only there all any each every so too very do does did has have had will would can could who what when which 1 one`
    .trim()
    .split(/\s+/),
);

const NUMBERS: Readonly<Record<string, string>> = {
  dos: '2',
  two: '2',
  tres: '3',
  three: '3',
  cuatro: '4',
  four: '4',
  cinco: '5',
  five: '5',
  seis: '6',
  six: '6',
  siete: '7',
  seven: '7',
  ocho: '8',
  eight: '8',
  nueve: '9',
  nine: '9',
  diez: '10',
  ten: '10',
};

const ENDING =
  /(?:aciones|acion|iciones|icion|amientos?|imientos?|mente|idades|idad|adoras?|adores|ando|iendo|amos|emos|imos|aban?|aron|ieron|ad[oa]s?|id[oa]s?|ando|ar|er|ir|es|s|as?|os?|e)$/u;

/** Longer words lose their ending, so that *atrasamos* and *atrasada* are one. */
const stem = (word: string): string => {
  if (word.length < 5) return word.replace(/s$/u, '');
  const root = word.replace(ENDING, '');
  return root.length < 3 ? word : root;
};

/** What a note is about, without order or repetition: stems and numbers. */
export function stemsOf(text: string): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const word of wordsIn(text)) {
    const number = NUMBERS[word];
    if (number !== undefined) stems.add(number);
    else if (!EMPTY.has(word)) stems.add(stem(word));
  }
  return stems;
}
