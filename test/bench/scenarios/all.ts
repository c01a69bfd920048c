/** Every scenario, in the order in which they are run. */
import { BIG_BOARD } from './big-board.ts';
import { OPEN_IDLE, RETURN_AT_ONCE } from './many-boards.ts';
import { SATURATION } from './saturation.ts';
import type { Scenario } from './scenario.ts';
import { STEADY_SCENARIOS } from './steady-boards.ts';

export const SCENARIOS: readonly Scenario[] = [...STEADY_SCENARIOS, BIG_BOARD, SATURATION, RETURN_AT_ONCE, OPEN_IDLE];
