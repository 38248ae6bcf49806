import { type ConfigurationFile, findConfigurationIn, readConfigurationFile } from "./configurationFile.ts";
import { type ConfigurationValues, defaultConfiguration } from "./configurationKeys.ts";
import type { RuleNames } from "./configurationValues.ts";
import { parentFolder } from "./filePath.ts";

/** Where values come from besides the files that lie in the project. */
export interface ConfigurationSources {
  readonly names: RuleNames;
  /** The editor's settings; a file wins over them. */
  readonly settings: Partial<ConfigurationValues>;
  /** A file to use in place of all others (`--config`), with the folder that its patterns are relative to. */
  readonly only: { readonly path: string; readonly folder: string } | null;
  /** What wins over everything (`--select`, `--dialect`, …); only `ignore` adds to what is ignored anyway. */
  readonly overrides: Partial<ConfigurationValues>;
}

export const noConfigurationSources: Omit<ConfigurationSources, "names"> = { settings: {}, only: null, overrides: {} };

/** The configuration that holds in a folder and below it. */
export interface FolderConfiguration {
  /** The folder that patterns are relative to. */
  readonly folder: string;
  readonly file: ConfigurationFile;
  /** True where somebody chose the file (`--config`), so that its folder says nothing about the project. */
  readonly chosen: boolean;
}

/** Finds the configuration of folders. Each folder is looked at once in its life. */
export class ConfigurationLookup {
  readonly #sources: ConfigurationSources;
  readonly #found = new Map<string, FolderConfiguration | null>();
  readonly #only: FolderConfiguration | null;

  constructor(sources: ConfigurationSources) {
    this.#sources = sources;
    this.#only = sources.only && {
      folder: sources.only.folder,
      file: readConfigurationFile(sources.only.path, sources.names),
      chosen: true,
    };
  }

  /** The nearest configuration at or above a folder, null for none. */
  nearest(folder: string): FolderConfiguration | null {
    if (this.#only !== null) return this.#only;
    const known = this.#found.get(folder);
    if (known !== undefined) return known;
    const file = findConfigurationIn(folder, this.#sources.names);
    const parent = parentFolder(folder);
    const found = file !== null ? { folder, file, chosen: false } : parent === null ? null : this.nearest(parent);
    this.#found.set(folder, found);
    return found;
  }

  /** All values for what a configuration covers: overrides, then its file, then settings, then defaults. */
  valuesOf(configuration: FolderConfiguration | null): ConfigurationValues {
    const { settings, overrides } = this.#sources;
    const values = { ...defaultConfiguration, ...settings, ...configuration?.file.values };
    return { ...values, ...overrides, ignore: [...values.ignore, ...(overrides.ignore ?? [])] };
  }
}
