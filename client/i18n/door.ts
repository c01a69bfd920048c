/** Brings the Spanish texts of the door. */
import * as door from './es/door.ts';
import { addTexts } from './text.ts';

addTexts({ ...door });
