/** The code as people read it, and the address where it is typed. */
import { showJoinCode } from '../../shared/ids.ts';

export const codeInWords = (code: string): string => (code.includes('-') ? code : showJoinCode(code));
export const codeAddress = (): string => `${location.host}/unirse`;
