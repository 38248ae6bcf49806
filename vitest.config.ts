import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["server/test/**/*.test.ts", "client/test/**/*.test.ts"],
          globalSetup: "server/test/buildOnce.ts",
          testTimeout: 30_000,
        },
      },
      // Needs the Python virtual environment that `npm run test:oracle` makes.
      { test: { name: "oracle", include: ["server/test/**/*.oracle.ts"], testTimeout: 600_000 } },
      // Needs that environment and Debian's postgresql and mariadb-server.
      { test: { name: "servers", include: ["server/test/**/*.servers.ts"], testTimeout: 600_000 } },
    ],
  },
});
