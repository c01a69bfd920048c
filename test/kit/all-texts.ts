/** All words in both languages, for tests of a part without the page or server that brings them. Knows no text. */
import '../../client/i18n/later.ts';
import '../../client/i18n/practice.ts';
import { english } from '../../shared/template/english.ts';
import { learnEnglish } from '../../shared/template/learnt.ts';

learnEnglish(english);
