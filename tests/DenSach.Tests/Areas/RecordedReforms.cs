using DenSach.Modules.Areas;
using DenSach.Modules.Areas.Content;
using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DenSach.Tests.Areas.Trees;

namespace DenSach.Tests.Areas;

/// <summary>Reforms through the application: recorded, told to the audit, taken back, refused.</summary>
public abstract class RecordedReforms(Engine engine) : TestApp(engine)
{
    private AreaTree Tree => Services.GetRequiredService<AreaTree>();

    private static ApplyReform Moving(int hamlet, int to, string on = "1/12/2026") =>
        new()
        {
            CommandId = RowId.New(1),
            On = Day(on),
            Name = "Chuyển một bản",
            LegalBasis = "Nghị quyết thử",
            Steps = new ReformSteps { Move = [new(hamlet, to)] },
        };

    private Task<Result<ReformDone>> ApplyAsync(ApplyReform command, Actor? actor = null) =>
        InsideAsync(services => services.GetRequiredService<ReformAreas>().ApplyAsync(command, CancellationToken.None), actor);

    /// <summary>A hamlet of Bình Lư where nobody lives yet.</summary>
    private async Task FoundAsync(int id) =>
        (
            await ApplyAsync(Moving(0, 0, "1/11/2026") with { Steps = new ReformSteps { Found = [new(id, AreaKind.Hamlet, $"Mới {id}", "bản", KnownAreas.BinhLu)] } })
        ).Problem.ShouldBeNull();

    private static Actor AdministratorOf(int area)
    {
        var grant = new Grant
        {
            Id = RowId.New(1),
            AccountId = RowId.New(1),
            Role = Role.Administrator,
            Scope = ScopeKind.Area,
            AreaId = area,
            From = Day("1/7/2025"),
        };
        return new Actor(grant.AccountId, "thử", [grant]);
    }

    private Task<DatedTree> StoredAsync() => QueryAsync(db => db.ReadTreeAsync(CancellationToken.None));

    [Fact]
    public async Task A_reform_writes_the_rows_it_touches_and_taking_it_back_leaves_them_as_they_were()
    {
        var before = await StoredAsync();
        var revision = Tree.Revision;
        var done = (await ApplyAsync(Moving(5001, KnownAreas.NongCong))).Value;
        (done.Closed, done.Written).ShouldBe((1, 1));
        Tree.Revision.ShouldBe(revision + 1);
        Tree.CommuneOf(5001, Day("30/11/2026"))!.Id.ShouldBe(KnownAreas.BinhLu);
        Tree.CommuneOf(5001, Day("1/12/2026"))!.Id.ShouldBe(KnownAreas.NongCong);
        (await QueryAsync(db => db.Within(KnownAreas.NongCong, Day("1/12/2026")).CountAsync())).ShouldBe(4);

        var revert = new RevertReform { CommandId = RowId.New(1), ReformId = done.ReformId };
        (await InsideAsync(services => services.GetRequiredService<ReformAreas>().RevertAsync(revert, CancellationToken.None))).Problem.ShouldBeNull();
        var after = await StoredAsync();
        after.Positions.ShouldBe(before.Positions, ignoreOrder: true);
        after.Placements.ShouldBe(before.Placements, ignoreOrder: true);
        after.Reforms.Single(r => r.Id == done.ReformId).RevertedAt.ShouldNotBeNull();
        Tree.CommuneOf(5001, Day("1/12/2026"))!.Id.ShouldBe(KnownAreas.BinhLu);
    }

    [Fact]
    public async Task A_reform_is_told_to_the_audit_of_a_system_register()
    {
        var command = Moving(5002, KnownAreas.NongCong);
        await ApplyAsync(command);
        var row = await QueryAsync(db => db.Set<AuditRow>().SingleAsync(r => r.CommandId == command.CommandId));
        row.Action.ShouldBe("areas.reform");
        row.RegisterId.ShouldBe(AuditTrail.SystemRegisterOf(Actor.System.AccountId));
    }

    [Fact]
    public async Task The_same_command_twice_does_it_once()
    {
        var command = Moving(5003, KnownAreas.NongCong);
        (await ApplyAsync(command)).Value.ShouldBe((await ApplyAsync(command)).Value);
    }

    [Fact]
    public async Task An_administrator_of_one_province_may_not_place_anything_in_another()
    {
        var actor = AdministratorOf(KnownAreas.LaiChau);
        (await ApplyAsync(Moving(5004, KnownAreas.NongCong), actor)).Problem!.Kind.ShouldBe(ProblemKind.Forbidden);
        var found = Moving(5004, 0) with { Steps = new ReformSteps { Found = [new(9001, AreaKind.Hamlet, "Mới", "bản", KnownAreas.BinhLu)] } };
        (await ApplyAsync(found, actor)).Problem.ShouldBeNull();
    }

    [Fact]
    public async Task An_area_that_holds_households_of_its_own_is_not_dissolved_successor_or_not()
    {
        var households = await QueryAsync(db => db.Set<Household>().CountAsync(h => h.AreaId == 5005 && h.ResidentTo == null));
        households.ShouldBeGreaterThan(10);
        var dissolve = Moving(0, 0) with { Steps = new ReformSteps { Dissolve = [5005] } };
        var refused = await ApplyAsync(dissolve);
        refused.Problem!.Sentence.ShouldStartWith($"bản Phiêng Đào còn {households} hồ sơ của riêng mình (hộ, dòng họ, đơn vị) trong ngày 1/12/2026");
        var named = dissolve with { CommandId = RowId.New(1), Steps = dissolve.Steps with { Successors = [new(5005, 5006, Share.Whole)] } };
        (await ApplyAsync(named)).Problem!.Code.ShouldBe("areas.rows");
        Tree.IsInForce(5005, Day("1/12/2026")).ShouldBeTrue();

        await FoundAsync(9002);
        (await ApplyAsync(Moving(0, 0) with { Steps = new ReformSteps { Dissolve = [9002] } })).Problem.ShouldBeNull("nobody lives there");
    }

    [Fact]
    public async Task An_administrator_takes_back_nothing_that_lies_in_another_province()
    {
        var moved = (await ApplyAsync(Moving(5009, KnownAreas.NongCong))).Value.ReformId;
        await FoundAsync(9003);
        var dissolved = (await ApplyAsync(Moving(0, 0) with { Steps = new ReformSteps { Dissolve = [9003] } })).Value.ReformId;
        foreach (var (home, reform) in new[] { (KnownAreas.NongCong, moved), (KnownAreas.LaiChau, moved), (KnownAreas.NongCong, dissolved) })
        {
            var revert = new RevertReform { CommandId = RowId.New(1), ReformId = reform };
            var refused = await InsideAsync(services => services.GetRequiredService<ReformAreas>().RevertAsync(revert, CancellationToken.None), AdministratorOf(home));
            refused.Problem!.Kind.ShouldBe(ProblemKind.Forbidden, $"reform {reform} by the administrator of {home}");
        }
        var own = new RevertReform { CommandId = RowId.New(1), ReformId = dissolved };
        (
            await InsideAsync(services => services.GetRequiredService<ReformAreas>().RevertAsync(own, CancellationToken.None), AdministratorOf(KnownAreas.LaiChau))
        ).Problem.ShouldBeNull();
    }

    [Fact]
    public async Task Loading_the_carried_list_again_changes_nothing()
    {
        var before = await StoredAsync();
        await InsideAsync(async services =>
        {
            await services.GetRequiredService<LoadAreas>().RunAsync(AreaContent.Read(AreaContent.DefaultFile), true, CancellationToken.None);
            return 0;
        });
        (await StoredAsync()).Reforms.ShouldBe(before.Reforms, ignoreOrder: true);
    }

    [Fact]
    public async Task The_check_finds_the_tree_right_and_a_position_that_was_tampered_with_wrong()
    {
        (await CommandLineAsync("area", "check")).Code.ShouldBe(0);
        await QueryAsync(db => db.Set<AreaPosition>().Where(p => p.AreaId == 5007 && p.To == null).ExecuteUpdateAsync(s => s.SetProperty(p => p.Left, p => p.Left + (1L << 40))));
        var (code, output) = await CommandLineAsync("area", "check");
        code.ShouldBe(1);
        output.ShouldContain("bản Huổi Sáng");
    }
}

public sealed class RecordedReformsOnSqlite() : RecordedReforms(Engine.Sqlite);

public sealed class RecordedReformsOnPostgres() : RecordedReforms(Engine.Postgres);
