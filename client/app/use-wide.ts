/** Whether there is room for a dock beside the board. */
import { useMedia } from '../list/use-narrow.ts';

export const useWide = (): boolean => useMedia('(min-width: 1000px)');
