# The site as an image: what it takes, and how several of them stand behind nginx, is in compose.yaml and in
# docs/decisions/standalone.md.

FROM node:22-slim AS source
# How stories changed in public is read from git.
RUN apt-get update && apt-get install --yes --no-install-recommends git && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'
WORKDIR /slugline
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .

# Publishes content/ to a database, once.
FROM source AS edition
CMD ["npm", "run", "--silent", "edition"]

FROM source AS build
# The public address, which pages name: docker build --build-arg SITE_URL=https://news.example.org
ARG SITE_URL=http://localhost:8080
RUN npm run standalone

FROM node:22-slim AS site
WORKDIR /slugline
# Owned by root: whoever runs the site may read it, and write nothing but resized pictures.
COPY --from=build /slugline/.next/standalone ./
RUN chown node:node .next/cache
ARG SITE_URL=http://localhost:8080
# Heap and allocator as lib/cli/server-memory.mjs has them. A container's HOSTNAME is its own name otherwise, and Next
# listens there alone.
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    NODE_OPTIONS=--max-old-space-size=320 \
    MALLOC_MMAP_THRESHOLD_=131072 \
    HOSTNAME=0.0.0.0 \
    PORT=3000 \
    SITE_URL=${SITE_URL} \
    LOG_FORMAT=json
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1))"]
CMD ["node", "server.js"]
