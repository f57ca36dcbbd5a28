/** Geometry tolerances of the table engine, in points. Each says what it allows for in published pages. */

/** Pieces of one ruling line are drawn at slightly different heights: rounding of cell rectangles, half a stroke. */
export const SAME_RULE_PT = 0.9;
/** The two strokes of a double rule, or the facing edges of two cell rectangles with spacing between. */
export const DOUBLE_RULE_PT = 3.2;
/** Gap between the ends of two pieces of one line (dashes, dots, joints left open), and between a line's end and the line it should meet. */
export const RULE_GAP_PT = 3.6;
/** An open side is a side only where the crossing lines reach this far beyond the last parallel one. */
export const OPEN_SIDE_PT = 9;
/** A page with more joined lines than this is a drawing, not a form. */
export const MOST_RULES = 6000;
/** More lattice positions than this in one network are hatching or a chart. */
export const MOST_POSITIONS = 250_000;
