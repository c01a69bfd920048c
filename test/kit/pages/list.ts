/** The board as a list: areas, cards, and the field for the next note. */
import type { Locator, Page } from 'playwright-core';
import type { TextKey, Values } from '../../../client/i18n/words.ts';
import type { Language } from '../../../shared/language.ts';
import type { AreaId } from '../../../shared/template/kinds.ts';
import { areaTitle } from '../../../shared/template/texts.ts';
import { textIn } from './words.ts';

export class BoardList {
  readonly page: Page;
  readonly #language: Language;

  constructor(page: Page, language: Language = 'es') {
    this.page = page;
    this.#language = language;
  }

  #t(key: TextKey, values?: Values): string {
    return textIn(this.#language, key, values);
  }
  get root(): Locator {
    return this.page.getByRole('region', { name: this.#t('list.label') });
  }
  section(area: AreaId | 'statement'): Locator {
    return this.root.locator(`section[data-area="${area}"]`);
  }
  /** The field for the next note of an area. */
  composer(area: AreaId): Locator {
    const name = this.#t('list.write.addTo', { area: areaTitle(area, this.#language) });
    return this.root.getByRole('textbox', { name });
  }
  /** A note by its words; `area` narrows it down to one layer or zone. */
  card(text: string, area?: AreaId): Locator {
    return (area ? this.section(area) : this.root).locator('[data-note]').filter({ hasText: text });
  }
  get editor(): Locator {
    return this.root.getByRole('textbox', { name: this.#t('list.write.editing') });
  }

  async ready(): Promise<this> {
    await this.root.waitFor();
    return this;
  }
  /** On phones one area is on the screen: turns to it. */
  async turnTo(area: AreaId): Promise<void> {
    await this.root.locator(`[role=tab][data-area="${area}"]`).click();
    await this.section(area).waitFor();
  }
  /** Types a note into the field of the area on the screen, and Enter. */
  async add(area: AreaId, text: string): Promise<void> {
    const field = this.composer(area);
    await field.click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
    await this.card(text, area).waitFor();
  }
  async open(text: string): Promise<void> {
    await this.root.getByRole('button', { name: this.#t('list.write.edit', { text }) }).click();
    await this.editor.waitFor();
  }
  /** One of the entries of a note's menu. */
  async choose(text: string, entry: string): Promise<void> {
    await this.root.getByRole('button', { name: this.#t('list.note.menu', { text }) }).click();
    const menu = this.page.getByRole('menu');
    await menu.getByText(entry, { exact: true }).click();
    await menu.waitFor({ state: 'detached' });
  }
}
