// `npm run build`: installs what is missing and builds dist/.
import { build } from "./install.mjs";

build();
