/** Where tldraw finds fonts, icons and translations: on our own server, and nothing outside it. */
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';

export const assetUrls = getAssetUrlsByImport();
