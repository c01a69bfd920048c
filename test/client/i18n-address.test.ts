/** Whom a text speaks to: a person is *tú*, a team is *ustedes*, and no card speaks to both. */
import { expect, it } from 'vitest';
import { call } from '../../client/i18n/es/call.ts';
import * as door from '../../client/i18n/es/door.ts';
import { peers } from '../../client/i18n/es/later/peers.ts';
import { value } from '../../client/i18n/es/later/value.ts';
import feedback from '../../shared/template/feedback-texts.json' with { type: 'json' };

const textsIn = (from: unknown): string[] =>
  typeof from === 'string'
    ? [from]
    : typeof from === 'object' && from !== null
      ? Object.values(from).flatMap((one) => textsIn(one))
      : [];
/** To one person: pronouns, and the forms that questions and tasks of a team would have. */
const TO_ONE = /(?<!\p{L})(tú|tu|tus|te|ti|contigo|traes|pides|escuchaste|harás|probarías|conoces)(?!\p{L})/iu;
const TO_TEAM = /(?<!\p{L})(ustedes|escriban|escojan|lleven|publiquen|lean|digan)(?!\p{L})/iu;

const zones = feedback.zones.map(({ question }) => question.es);
const { closing: _, ...teams } = peers;

it.each([
  ['the feedback board', [...zones, ...textsIn(teams)]],
  ['publishing', textsIn(value.publish)],
  [
    'the rounds on the card of the call',
    [call.now.noRound, call.now.roundsDone, ...textsIn(call.locked.listeningMore)],
  ],
])('%s speaks to a team', (_name, texts) => {
  expect(texts.length).toBeGreaterThan(2);
  expect(texts.filter((text) => TO_ONE.test(text))).toEqual([]);
});

it('no text speaks to a person and to a team at once', () => {
  const all = [call, door, peers, value, feedback].flatMap(textsIn);
  expect(all.filter((text) => TO_ONE.test(text) && TO_TEAM.test(text))).toEqual([]);
});
