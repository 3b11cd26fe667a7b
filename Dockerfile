# The Telegram bot:
#   docker build -t quoth .
#   docker run -d --restart on-failure -v quoth-home:/home/quoth/data -v quoth-key:/home/quoth/key \
#     -e QUOTH_TELEGRAM_TOKEN_FILE=/run/secrets/token -v ./token:/run/secrets/token:ro quoth
FROM python:3.11-slim

RUN useradd --create-home --uid 1000 quoth
WORKDIR /opt/quoth
COPY pyproject.toml constraints.txt README.md LICENSE CHANGELOG.md ./
COPY corpus corpus
COPY index index
COPY bot bot
COPY eval eval
RUN (pip install --no-cache-dir torch==2.13.0 --index-url https://download.pytorch.org/whl/cpu --retries 1 \
      || pip install --no-cache-dir torch==2.13.0) \
 && pip install --no-cache-dir -c constraints.txt ".[offline]"

USER quoth
RUN mkdir -p /home/quoth/data /home/quoth/key
ENV QUOTH_HOME=/home/quoth/data \
    QUOTH_BOT_KEY_FILE=/home/quoth/key/bot.key \
    QUOTH_METRICS_PORT=9464
VOLUME ["/home/quoth/data", "/home/quoth/key"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --start-period=180s --timeout=5s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:9464/health', timeout=4)"]
ENTRYPOINT ["quoth"]
CMD ["serve"]
