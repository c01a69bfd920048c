/** The words of the method in English, to be learnt (learnt.ts): a browser fetches them when somebody wants them. */
import agenda from './agenda-texts.en.json' with { type: 'json' };
import texts from './texts.en.json' with { type: 'json' };

export const english = { agenda, texts };
