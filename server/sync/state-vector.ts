/** What may be wrong with a state vector somebody sends. Knows no board. */
import * as Y from 'yjs';

/** The reason to refuse it, or null. `maxEntries`: clients it may name. */
export function stateVectorFault(bytes: Uint8Array, maxEntries: number): string | null {
  // Two bytes an entry at least: the count is checked before anything is built from it.
  if (bytes.length > maxEntries * 12) return 'state-vector-too-big';
  try {
    return Y.decodeStateVector(bytes).size > maxEntries ? 'state-vector-too-big' : null;
  } catch {
    // lib0 throws on bytes that end too early or numbers that are none.
    return 'undecodable';
  }
}
