import type { Pdfium } from "../../lib/pdfium-module.ts";

/** Annotations that print or take away words and figures (ISO 32000-1, 12.5.6 and 12.7): typed notes, strokes through text, stamps, form fields. */
const FREE_TEXT = 3;
const STRIKE_OUT = 12;
const STAMP = 13;
const WIDGET = 20;
const FOR_DISPLAY = 0;
/** Flags of an annotation (12.5.3): not to be seen at all, and not on a screen. */
const HIDDEN = 2;
const NO_VIEW = 32;
/** `AP` with its end mark. */
const APPEARANCE = [0x41, 0x50, 0];
/** A page with more annotations than this is not drawn out. */
const MOST_ANNOTATIONS = 5000;

/**
 * Draws a page's typed notes, strokes, stamps and form fields into its content, as they are shown, so that they are read like anything else on it.
 * Hidden ones are left out by the engine. Fields without an appearance of their own get the one a viewer would make. True where the page has
 * to be loaded again.
 */
export function drawAnnotations({ call, heap, scratch }: Pdfium, page: number): boolean {
  const count = call.FPDFPage_GetAnnotCount(page);
  if (count <= 0 || count > MOST_ANNOTATIONS) return false;
  heap.HEAPU8.set(APPEARANCE, scratch);
  let printing = false;
  for (let i = 0; i < count; i++) {
    const annotation = call.FPDFPage_GetAnnot(page, i);
    if (annotation === 0) continue;
    const type = call.FPDFAnnot_GetSubtype(annotation);
    const flags = call.FPDFAnnot_GetFlags(annotation);
    if ((flags & NO_VIEW) !== 0) call.FPDFAnnot_SetFlags(annotation, flags | HIDDEN);
    else if (type === FREE_TEXT || type === STRIKE_OUT || type === STAMP || type === WIDGET) {
      printing = true;
      if (!call.FPDFAnnot_HasKey(annotation, scratch)) {
        if (type === WIDGET) call.EPDFAnnot_GenerateFormFieldAP(annotation);
        else if (type === FREE_TEXT || type === STRIKE_OUT) call.EPDFAnnot_GenerateAppearance(annotation);
      }
    }
    call.FPDFPage_CloseAnnot(annotation);
  }
  return printing && call.FPDFPage_Flatten(page, FOR_DISPLAY) === 1;
}
