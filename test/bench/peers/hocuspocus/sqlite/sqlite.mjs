/**
 * What extension-sqlite uses of better-sqlite3, on node:sqlite: named parameters without their sign, rows with buffers.
 * Rollback journal and synchronous=FULL, as SQLite comes. Knows no table.
 */
import { DatabaseSync } from 'node:sqlite';

export default class Database {
  #database;

  constructor(path) {
    this.#database = new DatabaseSync(path);
  }

  exec(sql) {
    this.#database.exec(sql);
  }

  prepare(sql) {
    return this.#database.prepare(sql);
  }

  close() {
    this.#database.close();
  }
}
