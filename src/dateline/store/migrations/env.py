"""How Alembic runs the casebook's migrations: on the connection that the opening has, inside its transaction."""

from alembic import context

from dateline.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
context.run_migrations()
