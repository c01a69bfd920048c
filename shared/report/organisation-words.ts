/** The wording of an organisation's report in both languages; titles of layers, zones and feedback are the template's. Knows no content. */
import type { Language } from '../language.ts';

const es = {
  title: 'Informe de {org}',
  kind: 'Informe de la organización',
  session: 'Sesión {session}',
  pdf: 'Para guardarlo como PDF: abre el menú del navegador, escoge Imprimir (en el iPhone: Compartir › Imprimir) y luego Guardar como PDF. Esta línea no se imprime.',
  readers:
    'Quién lo puede abrir: las personas de {org}, y la facilitación solo mientras el equipo la deja entrar. Trae todas las notas de sus tableros, también las marcadas «Solo mi tablero», que no salen del equipo. Antes de pasarlo a otra gente, piensen quién debe leerlas.',
  readersPersonal:
    'Esta copia trae además el iceberg personal de {person}, que el resto del equipo no puede abrir. El informe de cada persona trae solo el suyo.',
  empty: 'Todavía no hay nada escrito en los tableros de {org}.',
  synthesis: 'En una página',
  layer: 'Capa',
  notes: 'Notas',
  unmarked: 'Sin marcar',
  total: 'Total',
  both: 'Una nota puede ser operativa y programática a la vez: cuenta en las dos columnas.',
  starred: 'Donde un cambio pequeño movería mucho',
  star: 'Con estrella',
  private: 'Solo mi tablero',
  brought: 'En el iceberg grupal',
  unsigned: 'En el iceberg grupal, sin nombre',
  individual: 'Individual',
  group: 'Colectiva',
  growth: 'Crecimiento del equipo en tres años',
  answers_one: 'Promedios de {count} respuesta, de 1 (inicial) a 4 (robusto).',
  answers_other: 'Promedios de {count} respuestas, de 1 (inicial) a 4 (robusto).',
  few: 'Son menos de {few} respuestas: estos promedios se quedan dentro del equipo.',
  telling: 'Con tan pocas, el equipo puede saber de quién es cada una.',
  dimension: 'Dimensión',
  before: 'Hace tres años',
  now: 'Hoy',
  change: 'Cambio',
  noValue: 'sin dato',
  proudest: 'Lo que más enorgullece',
  people_one: '{count} persona',
  people_other: '{count} personas',
  evidence: 'La evidencia, sin nombres',
  iceberg: 'Nuestro iceberg',
  personal: 'Iceberg personal de {person}',
  themes: 'Temas del iceberg grupal con notas nuestras',
  ours: 'De nuestro equipo: {own}. De toda la cohorte: {count}.',
  loose: 'Sin tema',
  value: 'Nuestra propuesta de valor',
  feedback: 'Asunto y retroalimentación',
  answer: 'Respuesta: {answer}',
  from: 'De {org}',
  commitments: 'Compromisos',
  noDay: 'sin fecha',
  earlier: 'Se hizo en',
  state: 'Cómo va',
  how: 'Cómo se hizo',
  made: 'Este informe se hizo el {when} (hora de Puerto Rico), con lo que decían los tableros en ese momento.',
  agenda: 'Fases de la sesión: {phases}.',
  minutes: '{title} ({minutes} min)',
  nothing: 'Sin nada escrito: {parts}.',
  without:
    'No trae la autoevaluación de ninguna persona, ni quién escribió cada nota, ni los dibujos, ni las copias guardadas. De la retroalimentación trae la de esta sesión; la de sesiones anteriores está en las copias del tablero.',
  noGrowth: 'El crecimiento del equipo no está en esta copia: solo lo abren las personas de {org}.',
  perPerson: 'En esta cohorte cada persona tiene además su propio iceberg. El de las demás personas no está aquí.',
  tool: 'Hecho con Témpano.',
} as const;

const en: Record<keyof typeof es, string> = {
  title: 'Report of {org}',
  kind: 'Report of the organization',
  session: 'Session {session}',
  pdf: 'To keep it as a PDF: open the browser’s menu, choose Print (on an iPhone: Share › Print), then Save as PDF. This line is not printed.',
  readers:
    'Who can open it: the people of {org}, and facilitation only while the team lets it in. It holds all notes of its boards, also those marked “My board only”, which do not leave the team. Before you pass it on, think about who should read them.',
  readersPersonal:
    'This copy also holds the personal iceberg of {person}, which the rest of the team cannot open. Each person’s report holds only their own.',
  empty: 'Nothing is written on the boards of {org} yet.',
  synthesis: 'On one page',
  layer: 'Layer',
  notes: 'Notes',
  unmarked: 'Unmarked',
  total: 'Total',
  both: 'A note can be operational and programmatic at once: it counts in both columns.',
  starred: 'Where a small change would move a lot',
  star: 'Starred',
  private: 'My board only',
  brought: 'On the group iceberg',
  unsigned: 'On the group iceberg, without a name',
  individual: 'Individual',
  group: 'Collective',
  growth: 'Team growth over three years',
  answers_one: 'Averages of {count} answer, from 1 (initial) to 4 (robust).',
  answers_other: 'Averages of {count} answers, from 1 (initial) to 4 (robust).',
  few: 'Fewer than {few} answers: these averages stay inside the team.',
  telling: 'With so few, the team can tell whose is whose.',
  dimension: 'Dimension',
  before: 'Three years ago',
  now: 'Today',
  change: 'Change',
  noValue: 'no value',
  proudest: 'What people are proudest of',
  people_one: '{count} person',
  people_other: '{count} people',
  evidence: 'The evidence, without names',
  iceberg: 'Our iceberg',
  personal: 'Personal iceberg of {person}',
  themes: 'Themes of the group iceberg with notes of ours',
  ours: 'Of our team: {own}. Of the whole cohort: {count}.',
  loose: 'No theme',
  value: 'Our value proposition',
  feedback: 'Issue and feedback',
  answer: 'Answer: {answer}',
  from: 'From {org}',
  commitments: 'Commitments',
  noDay: 'no date',
  earlier: 'Made in',
  state: 'Status',
  how: 'How it was made',
  made: 'This report was made on {when} (Puerto Rico time), with what the boards said at that moment.',
  agenda: 'Phases of the session: {phases}.',
  minutes: '{title} ({minutes} min)',
  nothing: 'Nothing written: {parts}.',
  without:
    'It holds nobody’s self-assessment, nor who wrote each note, nor drawings, nor kept copies. Its feedback is that of this session; that of earlier ones is in the copies of the board.',
  noGrowth: 'The team’s growth is not in this copy: only the people of {org} can open it.',
  perPerson: 'In this cohort each person has an iceberg of their own as well. Those of the others are not in here.',
  tool: 'Made with Témpano.',
};

const WORDS: Readonly<Record<Language, Readonly<Record<keyof typeof es, string>>>> = { es, en };

/** A text in one language, with names filled in; of a text for numbers, the one for `count`. */
export type Say = (key: SayKey, names?: Readonly<Record<string, string | number>>) => string;
type Numbered<Key> = Key extends `${infer Root}_one` ? Root : never;
export type SayKey = keyof typeof es | Numbered<keyof typeof es>;

export const sayIn =
  (language: Language): Say =>
  (key, names = {}) => {
    const words: Readonly<Record<string, string>> = WORDS[language];
    const text = words[key] ?? words[`${key}_${names.count === 1 ? 'one' : 'other'}`] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(names[name] ?? whole));
  };
