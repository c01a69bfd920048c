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

/** As on the screen; nothing while nobody has said anything. */
export const PROGRESS_WORDS: Readonly<Record<Language, Readonly<Record<Progress, string>>>> = {
  es: { open: '', done: 'Hecho', underway: 'En camino', dropped: 'Ya no' },
  en: { open: '', done: 'Done', underway: 'Under way', dropped: 'No longer' },
};
