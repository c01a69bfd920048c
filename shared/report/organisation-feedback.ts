/** Issue, what peers gave and what comes of it, in the report of the organisation that presented. What people wrote stays words. */
import type { Commitment } from '../board/commitments.ts';
import { dayInWords } from '../days.ts';
import type { Language } from '../language.ts';
import { commitmentFields, GIFT_KINDS, type GiftKind, giftLabel, sectionTexts } from '../template/feedback.ts';
import { escaped, tag } from './html.ts';
import type { FeedbackGiven, Given } from './organisation.ts';
import { lines } from './organisation-notes.ts';
import type { Say } from './organisation-words.ts';
import { PROGRESS_WORDS } from './words.ts';

export function feedbackPart(feedback: FeedbackGiven, language: Language, say: Say): string {
  const written = (id: 'issue' | 'context' | 'question' | 'takeaway'): string =>
    feedback[id] === '' ? '' : tag('h3', escaped(sectionTexts(id, language).title)) + tag('p', lines(feedback[id]));
  const given = GIFT_KINDS.map((kind) => giftsOf(kind, feedback.gifts, language, say));
  return [written('issue'), written('context'), written('question'), ...given, written('takeaway')]
    .filter((part) => part !== '')
    .join('\n');
}

function giftsOf(kind: GiftKind, all: readonly Given[], language: Language, say: Say): string {
  const gifts = all.filter((one) => one.kind === kind);
  if (gifts.length === 0) return '';
  const items = gifts.map(({ text, answer, from }) => {
    const signed = from === '' ? '' : ` ${tag('span', escaped(say('from', { org: from })), 'mark')}`;
    const answered = answer === '' ? '' : tag('p', lines(say('answer', { answer })), 'answer');
    return tag('li', lines(text) + signed + answered);
  });
  return tag('h3', escaped(giftLabel(kind, language))) + tag('ul', items.join('\n'));
}

/** What, and below it who, by when and what support; of which call where it was another one, and how it goes. */
export function commitmentList(all: readonly Commitment[], session: number, language: Language, say: Say): string {
  const [, who = '', when = '', support = ''] = commitmentFields(language);
  const items = all.map((one) => {
    const day = one.when === '' ? say('noDay') : dayInWords(one.when, language);
    const facts = [
      [who, one.who.trim()],
      [when, day],
      [support, one.support.trim()],
      [say('state'), PROGRESS_WORDS[language][one.done]],
      [say('earlier'), one.session === session ? '' : say('session', { session: one.session })],
    ].filter(([, said]) => said !== '');
    const told = facts.map((fact) => fact.join(': ')).join(' · ');
    return tag('li', lines(one.what) + tag('p', lines(told), 'answer'));
  });
  return items.length === 0 ? '' : tag('ul', items.join('\n'));
}
