/** The wording of reports in both languages. Knows no content. */
import type { Progress } from '../board/progress.ts';
import type { Language } from '../language.ts';

const es = {
  title: 'Acta',
  session: 'Sesión',
  lasted: 'Duración',
  people: 'Quiénes participaron',
  absent: 'Quiénes no estuvieron',
  seats: 'Quiénes están en la cohorte',
  facilitation: 'Facilitación',
  phases: 'Fases (minutos planificados)',
  themes: 'Temas del iceberg grupal',
  theme: 'Tema',
  loose: 'Sin tema',
  total: 'Total',
  dots: 'Me resuena',
  issues: 'Asuntos',
  sentences: 'Propuestas de valor publicadas',
  commitments: 'Compromisos',
  organisation: 'Organización',
  what: 'Qué',
  who: 'Quién',
  when: 'Para cuándo',
  support: 'Apoyo que pide',
  state: 'Estado',
  words: 'Palabras de cierre',
} as const;

const en: Record<keyof typeof es, string> = {
  title: 'Minutes',
  session: 'Session',
  lasted: 'Length',
  people: 'Who took part',
  absent: 'Who was not there',
  seats: 'Who is in the cohort',
  facilitation: 'Facilitation',
  phases: 'Phases (planned minutes)',
  themes: 'Themes of the group iceberg',
  theme: 'Theme',
  loose: 'No theme',
  total: 'Total',
  dots: 'Resonates with me',
  issues: 'Issues',
  sentences: 'Value propositions published',
  commitments: 'Commitments',
  organisation: 'Organization',
  what: 'What',
  who: 'Who',
  when: 'By when',
  support: 'Support asked for',
  state: 'Status',
  words: 'Closing words',
};

export const MINUTES_WORDS: Readonly<Record<Language, Readonly<Record<keyof typeof es, string>>>> = { es, en };

const summaryEs = {
  title: 'Resumen en cifras',
  session: 'Sesión',
  intro:
    'Solo cifras de lo que se compartió con toda la cohorte: ni nombres de personas, ni lo que dice una nota, ni nada de una sola organización. Los promedios de la autoevaluación se quedan en cada equipo.',
  people: 'Participación',
  organisations: 'Organizaciones',
  persons: 'Personas',
  of: 'de',
  layers: 'Iceberg grupal: notas por capa y etiqueta',
  layer: 'Capa',
  untagged: 'Sin etiqueta',
  total: 'Total',
  themes: 'Temas del iceberg grupal',
  theme: 'Tema',
  loose: 'Sin tema',
  fewerThan: 'menos de 3',
  few: 'Las organizaciones de un tema se cuentan por las notas con su nombre. Una o dos se dicen «menos de 3».',
  told: 'Lo que se publicó',
  issues: 'Organizaciones que contaron su asunto',
  sentences: 'Organizaciones que publicaron su propuesta de valor',
  alliances: 'Alianzas que se buscan o ya existen',
  commitments: 'Compromisos',
  made: 'Hechos en la sesión',
  open: 'Sin noticia',
  support: 'Piden apoyo',
} as const;

const summaryEn: Record<keyof typeof summaryEs, string> = {
  title: 'Summary in numbers',
  session: 'Session',
  intro:
    'Only numbers of what was shared with the whole cohort: no names of people, no word of a note, and nothing of a single organization. Averages of the self-assessment stay in each team.',
  people: 'Participation',
  organisations: 'Organizations',
  persons: 'People',
  of: 'of',
  layers: 'Group iceberg: notes by layer and tag',
  layer: 'Layer',
  untagged: 'No tag',
  total: 'Total',
  themes: 'Themes of the group iceberg',
  theme: 'Theme',
  loose: 'No theme',
  fewerThan: 'fewer than 3',
  few: 'Organizations of a theme are counted by the notes with their name. One or two are said as “fewer than 3”.',
  told: 'What was published',
  issues: 'Organizations that told their issue',
  sentences: 'Organizations that published their value proposition',
  alliances: 'Alliances sought or in place',
  commitments: 'Commitments',
  made: 'Made in the session',
  open: 'No news',
  support: 'Ask for support',
};

export const SUMMARY_WORDS: Readonly<Record<Language, Readonly<Record<keyof typeof summaryEs, string>>>> = {
  es: summaryEs,
  en: summaryEn,
};

/** As on the screen; nothing while nobody has said anything. */
export const PROGRESS_WORDS: Readonly<Record<Language, Readonly<Record<Progress, string>>>> = {
  es: { open: '', done: 'Hecho', underway: 'En camino', dropped: 'Ya no' },
  en: { open: '', done: 'Done', underway: 'Under way', dropped: 'No longer' },
};
