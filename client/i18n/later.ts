/** Brings the Spanish texts that the list does without. What is fetched when it is opened imports this file. */
import './door.ts';
import * as later from './es/later/all.ts';
import { addTexts } from './text.ts';

addTexts({ ...later });
