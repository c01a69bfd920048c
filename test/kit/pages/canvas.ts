/** The board as a canvas: where things lie on the screen, and what hands and keys do there. */
import type { Locator, Page } from 'playwright-core';
import type { TextKey } from '../../../client/i18n/words.ts';
import type { Position } from '../../../shared/board/note.ts';
import type { NoteId } from '../../../shared/ids.ts';
import type { Language } from '../../../shared/language.ts';
import type { AreaId } from '../../../shared/template/kinds.ts';
import { areaTitle } from '../../../shared/template/texts.ts';
import { textIn } from './words.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

export class BoardCanvas {
  readonly page: Page;
  readonly #language: Language;

  constructor(page: Page, language: Language = 'es') {
    this.page = page;
    this.#language = language;
  }

  #t(key: TextKey): string {
    return textIn(this.#language, key);
  }
  get root(): Locator {
    return this.page.getByRole('region', { name: this.#t('canvas.label') });
  }
  get template(): Locator {
    return this.root.locator('.template-drawing');
  }
  get watermark(): Locator {
    return this.root.locator('.tl-watermark_SEE-LICENSE');
  }
  get field(): Locator {
    return this.root.getByRole('textbox', { name: this.#t('canvas.note.label') });
  }
  /** The bar beside what is selected. */
  get selectionBar(): Locator {
    return this.root.getByRole('toolbar', { name: this.#t('canvas.selection.label') });
  }
  /** The ways down into the iceberg, at the left edge. */
  get rail(): Locator {
    return this.root.getByRole('navigation', { name: this.#t('canvas.view.label') });
  }
  get tools(): Locator {
    return this.root.getByRole('toolbar', { name: this.#t('canvas.tools.label') });
  }
  note(id: NoteId): Locator {
    return this.root.locator(`[data-shape-id="shape:${id}"]`);
  }
  /** Notes that are drawn, whether in view or not. */
  get notes(): Locator {
    return this.root.locator('[data-shape-type="sticky"]');
  }
  themeBox(title: string): Locator {
    return this.root.locator('[data-shape-type="theme-box"]').filter({ hasText: title });
  }

  async ready(): Promise<this> {
    await this.template.waitFor();
    await this.tools.waitFor();
    return this;
  }

  /** Where a place of the board is on the screen. */
  async screenOf([x, y]: Position): Promise<Point> {
    return this.template.evaluate(
      (svg, at) => {
        const box = svg.getBoundingClientRect();
        const zoom = box.width / Number(svg.getAttribute('width'));
        return { x: box.left + at.x * zoom, y: box.top + at.y * zoom };
      },
      { x, y },
    );
  }

  /** The middle of a note on the screen. */
  async middleOf(id: NoteId): Promise<Point> {
    await this.note(id).waitFor();
    const box = await this.note(id).boundingBox();
    if (!box) throw new Error(`${id} is not on the screen`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Presses the number of an area on the rail, or *Ver todo*. */
  async showArea(area: AreaId | null): Promise<void> {
    const name = area ? areaTitle(area, this.#language) : this.#t('canvas.view.all');
    await this.rail.getByRole('button', { name }).click();
  }

  /** *Añadir nota* of an area, or that of the tools where only the notes of the area are in sight: an open note. */
  async startIn(area: AreaId): Promise<void> {
    await this.showArea(area);
    const name = textIn(this.#language, 'canvas.addTo', { area: areaTitle(area, this.#language) });
    const place = this.root.getByRole('button', { name, exact: true });
    const isInSight = ((await place.boundingBox())?.x ?? -1) >= 0;
    await (isInSight ? place : this.tools.getByRole('button', { name: this.#t('canvas.add') })).click();
    await this.field.waitFor();
  }

  /** *Añadir nota* of an area, text, Enter. */
  async addIn(area: AreaId, text: string): Promise<void> {
    await this.startIn(area);
    await this.write(text);
    await this.page.keyboard.press('Enter');
    await this.field.waitFor({ state: 'detached' });
  }

  /** Types into the open note. */
  async write(text: string): Promise<void> {
    await this.field.waitFor();
    await this.page.keyboard.type(text);
  }

  async click(id: NoteId, options: { readonly shift?: boolean } = {}): Promise<void> {
    const { x, y } = await this.middleOf(id);
    if (options.shift) await this.page.keyboard.down('Shift');
    await this.page.mouse.click(x, y);
    if (options.shift) await this.page.keyboard.up('Shift');
  }

  /** Opens a note for writing. */
  async open(id: NoteId): Promise<void> {
    const { x, y } = await this.middleOf(id);
    await this.page.mouse.dblclick(x, y);
    await this.note(id).locator('textarea').waitFor();
  }

  /** Drags from one point of the screen to another, as a hand does. */
  async drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    for (const part of [0.1, 0.3, 0.6, 0.9, 1])
      await mouse.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
    await mouse.up();
  }

  /** Draws a loop around the notes at these places. */
  async lasso(places: readonly Position[]): Promise<void> {
    const [left, top] = [Math.min(...places.map(([x]) => x)) - 12, Math.min(...places.map(([, y]) => y)) - 12];
    const [right, bottom] = [Math.max(...places.map(([x]) => x)) + 212, Math.max(...places.map(([, y]) => y)) + 212];
    await this.page.keyboard.press('Escape');
    await this.root.getByRole('button', { name: this.#t('canvas.tools.lasso') }).click();
    const start = await this.screenOf([left, top]);
    const others: Position[] = [
      [right, top],
      [right, bottom],
      [left, bottom],
      [left, top],
    ];
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    for (const corner of others) {
      const { x, y } = await this.screenOf(corner);
      await this.page.mouse.move(x, y, { steps: 4 });
    }
    await this.page.mouse.up();
  }

  /** Presses a button of the bar beside the selection. */
  async press(key: TextKey): Promise<void> {
    await this.selectionBar.getByRole('button', { name: this.#t(key) }).click();
  }

  async undo(): Promise<void> {
    await this.tools.getByRole('button', { name: this.#t('common.undo'), exact: true }).click();
  }
}
