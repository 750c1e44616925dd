"""Decisions by consent: proposals, their versions, rounds, rolls, answers and objections."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table('decisions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('community_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('place_id', sa.Integer(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('planned_wall', sa.String(), nullable=False),
    sa.Column('zone', sa.String(), nullable=False),
    sa.Column('quorum', sa.Integer(), nullable=False),
    sa.Column('proposed_at', storage.types.Instant(), nullable=False),
    sa.Column('about', sa.String(), nullable=False),
    sa.Column('adopting', sa.String(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=True),
    sa.Column('ordinal', sa.Integer(), nullable=True),
    sa.Column('adopted_version', sa.Integer(), nullable=True),
    sa.Column('adopted_at', storage.types.Instant(), nullable=True),
    sa.Column('review_on', sa.String(), nullable=True),
    sa.Column('ended_at', storage.types.Instant(), nullable=True),
    sa.CheckConstraint("state IN ('talk', 'round', 'undecided', 'objected', 'adopted', 'ended', 'withdrawn')", name=op.f('ck_decisions_state')),
    sa.CheckConstraint('(year IS NULL) = (ordinal IS NULL)', name=op.f('ck_decisions_code')),
    sa.CheckConstraint('quorum BETWEEN 1 AND 100', name=op.f('ck_decisions_quorum')),
    sa.ForeignKeyConstraint(['author_id'], ['persons.id'], name=op.f('fk_decisions_author_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['community_id'], ['communities.id'], name=op.f('fk_decisions_community_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['place_id'], ['places.id'], name=op.f('fk_decisions_place_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_decisions')),
    sa.UniqueConstraint('community_id', 'number', name=op.f('uq_decisions_community_id_number')),
    sa.UniqueConstraint('community_id', 'year', 'ordinal', name=op.f('uq_decisions_community_id_year_ordinal')),
    sqlite_strict=True
    )
    with op.batch_alter_table('decisions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_decisions_author_id'), ['author_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_decisions_place_id'), ['place_id'], unique=False)

    op.create_table('decision_remarks',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('decision_id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('at', storage.types.Instant(), nullable=False),
    sa.Column('reply', sa.String(), nullable=False),
    sa.Column('replied_by', sa.Integer(), nullable=True),
    sa.CheckConstraint("kind IN ('question', 'amendment')", name=op.f('ck_decision_remarks_kind')),
    sa.ForeignKeyConstraint(['decision_id'], ['decisions.id'], name=op.f('fk_decision_remarks_decision_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_decision_remarks_person_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['replied_by'], ['persons.id'], name=op.f('fk_decision_remarks_replied_by'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_decision_remarks')),
    sqlite_strict=True
    )
    with op.batch_alter_table('decision_remarks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_decision_remarks_decision_id'), ['decision_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_decision_remarks_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_decision_remarks_replied_by'), ['replied_by'], unique=False)

    op.create_table('decision_rounds',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('decision_id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('quorum', sa.Integer(), nullable=False),
    sa.Column('opened_at', storage.types.Instant(), nullable=False),
    sa.Column('closes_wall', sa.String(), nullable=False),
    sa.Column('zone', sa.String(), nullable=False),
    sa.Column('closes_at', storage.types.Instant(), nullable=False),
    sa.Column('extended_at', storage.types.Instant(), nullable=True),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('closed_at', storage.types.Instant(), nullable=True),
    sa.Column('outcome', sa.String(), nullable=False),
    sa.Column('asked', sa.Integer(), nullable=True),
    sa.CheckConstraint("kind IN ('consent', 'review')", name=op.f('ck_decision_rounds_kind')),
    sa.CheckConstraint("state IN ('open', 'closed', 'replaced')", name=op.f('ck_decision_rounds_state')),
    sa.ForeignKeyConstraint(['decision_id'], ['decisions.id'], name=op.f('fk_decision_rounds_decision_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_decision_rounds')),
    sqlite_strict=True
    )
    with op.batch_alter_table('decision_rounds', schema=None) as batch_op:
        batch_op.create_index('ix_decision_rounds_decision_id', ['decision_id'], unique=False)
        batch_op.create_index('ix_decision_rounds_open', ['decision_id'], unique=True, sqlite_where=sa.text("state = 'open'"))

    op.create_table('decision_versions',
    sa.Column('decision_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('ends', sa.Boolean(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=True),
    sa.Column('at', storage.types.Instant(), nullable=False),
    sa.ForeignKeyConstraint(['author_id'], ['persons.id'], name=op.f('fk_decision_versions_author_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['decision_id'], ['decisions.id'], name=op.f('fk_decision_versions_decision_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('decision_id', 'number', name=op.f('pk_decision_versions')),
    sqlite_strict=True
    )
    with op.batch_alter_table('decision_versions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_decision_versions_author_id'), ['author_id'], unique=False)

    op.create_table('decision_answers',
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('at', storage.types.Instant(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_decision_answers_person_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['round_id'], ['decision_rounds.id'], name=op.f('fk_decision_answers_round_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('round_id', 'person_id', name=op.f('pk_decision_answers')),
    sqlite_strict=True,
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('decision_answers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_decision_answers_person_id'), ['person_id'], unique=False)

    op.create_table('decision_objections',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('raised_at', storage.types.Instant(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('closed_by', sa.Integer(), nullable=True),
    sa.Column('closed_at', storage.types.Instant(), nullable=True),
    sa.Column('left_at', storage.types.Instant(), nullable=True),
    sa.CheckConstraint("state IN ('open', 'lifted', 'integrated', 'outside', 'gone')", name=op.f('ck_decision_objections_state')),
    sa.ForeignKeyConstraint(['closed_by'], ['persons.id'], name=op.f('fk_decision_objections_closed_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_decision_objections_person_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['round_id'], ['decision_rounds.id'], name=op.f('fk_decision_objections_round_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_decision_objections')),
    sqlite_strict=True
    )
    with op.batch_alter_table('decision_objections', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_decision_objections_closed_by'), ['closed_by'], unique=False)
        batch_op.create_index('ix_decision_objections_open', ['round_id', 'person_id'], unique=True, sqlite_where=sa.text("state = 'open'"))
        batch_op.create_index(batch_op.f('ix_decision_objections_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_decision_objections_round_id'), ['round_id'], unique=False)

    op.create_table('decision_roll',
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_decision_roll_person_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['round_id'], ['decision_rounds.id'], name=op.f('fk_decision_roll_round_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('round_id', 'person_id', name=op.f('pk_decision_roll')),
    sqlite_strict=True,
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('decision_roll', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_decision_roll_person_id'), ['person_id'], unique=False)



def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table('decision_roll', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_decision_roll_person_id'))

    op.drop_table('decision_roll')
    with op.batch_alter_table('decision_objections', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_decision_objections_round_id'))
        batch_op.drop_index(batch_op.f('ix_decision_objections_person_id'))
        batch_op.drop_index('ix_decision_objections_open', sqlite_where=sa.text("state = 'open'"))
        batch_op.drop_index(batch_op.f('ix_decision_objections_closed_by'))

    op.drop_table('decision_objections')
    with op.batch_alter_table('decision_answers', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_decision_answers_person_id'))

    op.drop_table('decision_answers')
    with op.batch_alter_table('decision_versions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_decision_versions_author_id'))

    op.drop_table('decision_versions')
    with op.batch_alter_table('decision_rounds', schema=None) as batch_op:
        batch_op.drop_index('ix_decision_rounds_open', sqlite_where=sa.text("state = 'open'"))
        batch_op.drop_index('ix_decision_rounds_decision_id')

    op.drop_table('decision_rounds')
    with op.batch_alter_table('decision_remarks', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_decision_remarks_replied_by'))
        batch_op.drop_index(batch_op.f('ix_decision_remarks_person_id'))
        batch_op.drop_index(batch_op.f('ix_decision_remarks_decision_id'))

    op.drop_table('decision_remarks')
    with op.batch_alter_table('decisions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_decisions_place_id'))
        batch_op.drop_index(batch_op.f('ix_decisions_author_id'))

    op.drop_table('decisions')
