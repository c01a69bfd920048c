/** Where tldraw finds fonts, icons and translations: on our own server, and nothing outside it. */
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';

const all = getAssetUrlsByImport();
/** tldraw fetches every icon it knows the address of when the editor opens; a board embeds nothing. */
const noEmbeds = Object.fromEntries(Object.keys(all.embedIcons).map((name) => [name, '']));

export const assetUrls = { ...all, embedIcons: noEmbeds };
