import { findInstallation } from "../workspace/installation.ts";

/** The version of the package that this program belongs to. */
export const version = findInstallation(import.meta.dirname).version;
