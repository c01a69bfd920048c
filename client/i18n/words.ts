/** Types of the texts: what a translation must have, and which keys there are. Knows no language and no text. */
import type * as door from './es/door.ts';
import type * as first from './es/first.ts';
import type * as later from './es/later/all.ts';
import type * as practice from './es/practice.ts';

/** A tree of texts with the same keys as the Spanish one. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
/** Texts as they are looked up: by one part of the key after the other. */
export interface TextTree {
  readonly [part: string]: string | TextTree;
}

type Singular<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? Singular<K> : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** `panels.bring.title`; a text with `_one` and `_other` is asked for without them, with `count` among its values. */
export type TextKey = Leaves<typeof first> | Leaves<typeof door> | Leaves<typeof later> | Leaves<typeof practice>;
export type Values = Readonly<Record<string, string | number>>;
/** The text of a key with its values filled in. */
export type Translate = (key: TextKey, values?: Values) => string;
