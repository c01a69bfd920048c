/** Brings the Spanish texts of what there is to try on the practice board. */
import * as practice from './es/practice.ts';
import { addTexts } from './text.ts';

addTexts({ ...practice });
