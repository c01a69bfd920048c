/** What a test starts, processes and threads, counts what it runs and writes it down. */
import { written } from './places.ts';

process.env.NODE_V8_COVERAGE = written;
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import=${new URL('in-process.mjs', import.meta.url)}`;
