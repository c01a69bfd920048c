/**
 * tldraw's editor, put together from the parts a board uses. Its own composition brings every tool and shape there is, and
 * fetches all their fonts and pictures each time it opens. Knows tldraw, nothing of the board's model.
 */
import {
  ArrowShapeTool,
  DrawShapeTool,
  defaultAddFontsFromNode,
  EraserTool,
  GeoShapeTool,
  HandTool,
  HighlightShapeTool,
  LineShapeTool,
  registerDefaultSideEffects,
  SelectTool,
  TextShapeTool,
  type TLEditorComponents,
  type TLOnMountHandler,
  type TLStore,
  type TLTextOptions,
  type TLUser,
  TldrawEditor,
  TldrawHandles,
  type TldrawOptions,
  TldrawOverlays,
  TldrawScribble,
  TldrawSelectionForeground,
  TldrawShapeIndicators,
  TldrawUi,
  tipTapDefaultExtensions,
} from 'tldraw';
import 'tldraw/tldraw.css';
import { assetUrls } from './asset-urls.ts';
import { CanvasMenu } from './chrome/CanvasMenu.tsx';
import { LassoTool } from './chrome/lasso-tool.ts';
import { overrides } from './overrides.ts';
import { bindingUtils, storeShapeUtils } from './shapes-in-use.ts';
import { tldrawComponents } from './tldraw-components.ts';

interface BoardEditorProps {
  readonly store: TLStore;
  readonly user: TLUser;
  readonly onMount: TLOnMountHandler;
}

const options: Partial<TldrawOptions> = {
  maxPages: 1,
  maxShapesPerPage: 8_000,
  createTextOnCanvasDoubleClick: false,
  enableToolbarKeyboardShortcuts: false,
};
const tools = [
  SelectTool,
  HandTool,
  EraserTool,
  DrawShapeTool,
  HighlightShapeTool,
  ArrowShapeTool,
  TextShapeTool,
  GeoShapeTool,
  LineShapeTool,
  LassoTool,
];
const components: TLEditorComponents = {
  Scribble: TldrawScribble,
  CollaboratorScribble: TldrawScribble,
  ShapeIndicators: TldrawShapeIndicators,
  SelectionForeground: TldrawSelectionForeground,
  Handles: TldrawHandles,
  Overlays: TldrawOverlays,
  ...tldrawComponents,
};
const textOptions: TLTextOptions = {
  addFontsFromNode: defaultAddFontsFromNode,
  tipTapConfig: { extensions: tipTapDefaultExtensions },
};
const noFiles: string[] = [];

export function BoardEditor({ onMount, ...props }: BoardEditorProps) {
  return (
    <TldrawEditor
      {...props}
      initialState="select"
      shapeUtils={storeShapeUtils}
      bindingUtils={bindingUtils}
      tools={tools}
      components={components}
      textOptions={textOptions}
      assetUrls={assetUrls}
      options={options}
      inferDarkMode={false}
      autoFocus
      onMount={(editor) => {
        const stopKeepingOrder = registerDefaultSideEffects(editor);
        const stop = onMount(editor);
        return () => {
          stopKeepingOrder();
          stop?.();
        };
      }}
    >
      <TldrawUi components={tldrawComponents} overrides={overrides} assetUrls={assetUrls} mediaMimeTypes={noFiles}>
        {/* The canvas is inside: a right click anywhere on it opens the menu. */}
        <CanvasMenu />
      </TldrawUi>
    </TldrawEditor>
  );
}
