// `npm run build`: installs what is missing and compiles to dist/.
import { build } from "./install.mjs";

build();
