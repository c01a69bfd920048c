/** What a scenario is: work for one server, figures, and what was found wrong. Types only. */
import type { Contender, ContenderName } from '../servers/contender.ts';

export interface Arena {
  readonly contender: Contender;
  /** How long the measured stretch is. */
  readonly seconds: number;
}

export interface Outcome {
  /** By the key of a column. */
  readonly figures: Readonly<Record<string, number>>;
  /** Documents that differ and the like: the run is worth nothing then. */
  readonly faults: readonly string[];
}

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly digits: number;
}

/** What ours shall reach: an absolute limit, or a share of what another server needs in the same run. */
export interface Goal {
  readonly figure: string;
  readonly against: ContenderName | null;
  readonly limit: number;
  /** False: the figure shall be at least the limit. */
  readonly atMost: boolean;
}

export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  /** The figures that are compared as ratios. */
  readonly ratios: readonly string[];
  readonly goals: readonly Goal[];
  /** Who can take part. */
  readonly takesPart: (name: ContenderName) => boolean;
  readonly run: (arena: Arena) => Promise<Outcome>;
}
