/** Brings the Spanish texts that the door and the list do without. What is fetched when it is opened imports this file. */
import * as later from './es/later/all.ts';
import { addTexts } from './text.ts';

addTexts({ ...later });
