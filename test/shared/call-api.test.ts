import { expect, it } from 'vitest';
import { parseWord } from '../../shared/call-api.ts';

const word = { id: 'w1', text: 'Volvemos en cinco', from: 'ana', at: 5 };

it('a word to a window is read, and nothing else is one', () => {
  expect(parseWord(JSON.stringify(word))).toEqual(word);
  expect(parseWord(JSON.stringify({ ...word, text: '', more: 1 }))).toEqual({ ...word, text: '' });
  for (const none of [
    '',
    '{',
    'null',
    '[]',
    '{}',
    JSON.stringify({ ...word, at: '5' }),
    JSON.stringify({ ...word, from: 'no id' }),
  ])
    expect(parseWord(none)).toBeNull();
});
