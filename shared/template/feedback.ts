/** The feedback board: its texts, its kinds of contribution and suggested issues, in words. Knows no contents. */
import type { Language } from '../language.ts';
import texts from './feedback-texts.json' with { type: 'json' };

/** What the presenter writes as one shared text each (shared/board/texts). */
export const FEEDBACK_TEXTS = ['issue', 'context', 'question', 'takeaway'] as const;
export type FeedbackText = (typeof FEEDBACK_TEXTS)[number];

/** What peers give: a question, or one of three kinds of contribution. */
export const GIFT_KINDS = ['clarifying', 'experience', 'idea', 'contact'] as const;
export type GiftKind = (typeof GIFT_KINDS)[number];

export interface SectionTexts {
  readonly title: string;
  readonly question: string;
}
export function sectionTexts(
  id: FeedbackText | 'clarifying' | 'feedback' | 'commitments',
  language: Language,
): SectionTexts {
  const found = texts.zones.find((zone) => zone.id === id);
  if (!found) throw new Error(`feedback-texts.json lacks ${id}`);
  return { title: found.title[language], question: found.question[language] };
}

/** Nos funcionó, Idea para probar, Contacto o recurso; of a question, its section's title. */
export function giftLabel(kind: GiftKind, language: Language): string {
  const kinds = texts.zones.flatMap((zone) => zone.kinds ?? []);
  return kinds.find(({ id }) => id === kind)?.label[language] ?? sectionTexts('clarifying', language).title;
}

/** Qué, Quién, Para cuándo, Apoyo que pido. */
export const commitmentFields = (language: Language): readonly string[] =>
  texts.zones.flatMap((zone) => zone.fields ?? []).map((field) => field[language]);

export const feedbackSubtitle = (language: Language): string => texts.subtitle[language];
export const suggestedIssues = (language: Language): readonly string[] =>
  texts.suggestedIssues.map((issue) => issue[language]);
