/** Keeps the list of a button of the selection's bar inside the canvas, which cuts what reaches over its edge. */
import { placeList } from './selection-place.ts';

/** To be the `ref` of what a menu's list holds: the list is there then, with its size. */
export function keepListInCanvas(inside: HTMLElement | null): void {
  const list = inside?.closest<HTMLElement>('.menu__list');
  const canvas = inside?.closest('.canvas')?.getBoundingClientRect();
  const button = list?.parentElement?.getBoundingClientRect();
  if (!list || !canvas || !button) return;
  const at = { x: button.x - canvas.x, y: button.y - canvas.y, w: button.width, h: button.height };
  const { x, y } = placeList(at, { w: list.offsetWidth, h: list.offsetHeight }, { w: canvas.width, h: canvas.height });
  list.style.left = `${x - at.x}px`;
  list.style.top = `${y - at.y}px`;
}
